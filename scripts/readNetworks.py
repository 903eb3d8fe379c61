"""Reads networks in formats that Weft does not read yet: `python3 readNetworks.py file …`.

Writes one JSON list to the standard output, an entry per file: its networks, one per relation, as
{"name", "size", "arcs"} with arcs as pairs of numbers from 0, an undirected tie as two of them, parallel ones
once. A file of another format has none. What does not hold together stops it with the place.
"""

import json
import re
import sys
import xml.etree.ElementTree as tree

import networkx as nx


def network(name, nodes, ties, directed):
    number = {node: at for at, node in enumerate(nodes)}
    arcs = {(number[a], number[b]) for a, b in ties}
    if not directed:
        arcs |= {(b, a) for a, b in arcs}
    return {"name": name, "size": len(number), "arcs": sorted(arcs)}


def of_networkx(graph):
    return [network("", graph.nodes, [edge[:2] for edge in graph.edges], graph.is_directed())]


def of_matrix(name, rows):
    ties = [(a, b) for a, row in enumerate(rows) for b, value in enumerate(row) if float(value) != 0]
    return network(name, range(len(rows)), ties, directed=True)


def read_gexf(path):
    """Its own, since networkx takes neither the unversioned nor version 1.3."""
    graph = next(part for part in tree.parse(path).getroot() if part.tag.endswith("graph"))
    directed = graph.get("defaultedgetype", "undirected") == "directed"
    nodes = [part.get("id") for part in graph.iter() if part.tag.endswith("}node")]
    ties = []
    for edge in (part for part in graph.iter() if part.tag.endswith("}edge")):
        ends = (edge.get("source"), edge.get("target"))
        one_way = edge.get("type", "directed" if directed else "undirected") == "directed"
        ties += [ends] if one_way else [ends, ends[::-1]]
    return [network("", nodes, ties, directed=True)]


def read_pajek(path):
    """Its own, since networkx takes no matrices: all edges and arcs are one relation, each matrix is one."""
    size, relations, part = 0, {}, None
    with open(path, encoding="latin-1") as file:
        for line in filter(None, map(str.strip, file)):
            if line.startswith("*"):
                word = line.split()[0].lower()
                part = None
                if word == "*vertices":
                    size = int(line.split()[1])
                elif word in ("*edges", "*arcs", "*matrix"):
                    part = (word, line if word == "*matrix" else "arcs and edges")
                    relations.setdefault(part[1], [])
            elif part is not None and part[0] == "*matrix":
                relations[part[1]].append(line.split())
            elif part is not None:
                a, b = (int(end) - 1 for end in line.split()[:2])
                relations[part[1]] += [(a, b)] if part[0] == "*arcs" else [(a, b), (b, a)]
    return [
        of_matrix(name, rows) if name.startswith("*") else network(name, range(size), rows, directed=True)
        for name, rows in relations.items()
    ]


def read_dl(path):
    """Full matrices with the diagonal, one after the other."""
    with open(path, encoding="latin-1") as file:
        text = file.read()
    head, data = re.split(r"(?i)\bdata:", text, maxsplit=1)
    size = int(re.search(r"(?i)\bn\s*=\s*(\d+)", head)[1])
    values = data.split()
    if len(values) % (size * size) != 0:
        sys.exit(f"{path}: {len(values)} values are no matrices of {size} by {size}.")
    rows = [values[at : at + size] for at in range(0, len(values), size)]
    return [of_matrix(f"matrix {at // size + 1}", rows[at : at + size]) for at in range(0, len(rows), size)]


def read_json(path):
    """A list of nodes and one of connections, each from a node to a node."""
    with open(path, encoding="utf-8") as file:
        found = json.load(file)
    if not isinstance(found, dict) or not {"nodes", "connections"} <= found.keys():
        return []
    ties = [(tie["sourceId"], tie["targetId"]) for tie in found["connections"]]
    return [network("", [node["id"] for node in found["nodes"]], ties, directed=True)]


readers = {
    "gexf": read_gexf,
    "gml": lambda path: of_networkx(nx.read_gml(path, label="id")),
    "graphml": lambda path: of_networkx(nx.read_graphml(path)),
    "paj": read_pajek,
    "net": read_pajek,
    "dl": read_dl,
    "json": read_json,
}

print(json.dumps([readers.get(path.rsplit(".", 1)[-1].lower(), lambda _: [])(path) for path in sys.argv[1:]]))

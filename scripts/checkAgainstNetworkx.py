"""The other half of checkAgainstNetworkx.mjs: works every measure out with networkx and compares.

An entry of `measures` takes a graph (its fields: below, class Graph) and Weft's answer, and returns what the
answer should be, in the same shape. The answer is there for what may be right in many ways: a division into
groups, a chosen power. None stands for NaN. Numbers may differ by the tolerance, relative above 1.
"""

import inspect
import itertools
import json
import math
import sys
import warnings

import networkx as nx
import numpy as np

# Burt's constraint divides by 0 for isolates on its way to NaN.
warnings.filterwarnings("ignore", category=RuntimeWarning)


class Graph:
    """signs: of each arc, 0 where unknown; directed: as drawn; loopless: without self-links; undirected: the simple graph of who touches whom."""

    def __init__(self, size, arcs, signs):
        self.size = size
        self.signs = dict(zip(map(tuple, arcs), signs))
        self.directed = nx.DiGraph()
        self.directed.add_nodes_from(range(size))
        self.directed.add_edges_from(map(tuple, arcs))
        self.loopless = self.directed.copy()
        self.loopless.remove_edges_from(list(nx.selfloop_edges(self.loopless)))
        self.undirected = self.loopless.to_undirected()


def by_variable(values, graph):
    return [values[variable] for variable in range(graph.size)]


def degrees(graph, _):
    return {
        "in": by_variable(dict(graph.directed.in_degree()), graph),
        "out": by_variable(dict(graph.directed.out_degree()), graph),
    }


def density(graph, _):
    return nx.density(graph.loopless) if graph.size > 1 else None


def reciprocity(graph, _):
    return nx.overall_reciprocity(graph.loopless) if graph.loopless.number_of_edges() else None


def reach(graph, _):
    def count(g, cutoff):
        return [len(nx.single_source_shortest_path_length(g, v, cutoff=cutoff)) - 1 for v in range(graph.size)]

    return {
        "downstream": count(graph.directed, 2),
        "upstream": count(graph.directed.reverse(), 2),
        "all": count(graph.directed, None),
    }


def betweenness_of(g, graph):
    normalised = by_variable(nx.betweenness_centrality(g, normalized=True), graph)
    return {
        "raw": by_variable(nx.betweenness_centrality(g, normalized=False), graph),
        "normalised": normalised if graph.size > 2 else [None] * graph.size,
    }


def closeness_of(g, graph):
    closeness = by_variable(nx.closeness_centrality(g, wf_improved=True), graph)
    return {
        "closeness": closeness if graph.size > 1 else [None] * graph.size,
        "harmonic": by_variable(nx.harmonic_centrality(g), graph),
    }


def eigenvector(graph, _):
    values = [None] * graph.size
    for part in nx.connected_components(graph.undirected):
        if len(part) < 2:
            continue
        members = sorted(part)
        vectors = np.linalg.eigh(nx.to_numpy_array(graph.undirected, nodelist=members))[1]
        for variable, value in zip(members, np.abs(vectors[:, -1])):
            values[variable] = float(value)
    return values


def micmac(graph, answer):
    matrix = nx.to_numpy_array(graph.loopless, nodelist=range(graph.size), dtype=int).astype(object)
    ones = np.ones(graph.size, dtype=object)

    def powers(m):
        sums = ones
        while True:
            sums = m.dot(sums)
            yield list(sums)

    def first(m, count):
        return list(itertools.islice(powers(m), count))

    rows, columns = first(matrix, 42), first(matrix.T, 42)

    def ranking(values):
        places = {value: place for place, value in enumerate(sorted(set(values)))}
        return [places[value] for value in values]

    settled = next(
        (
            power
            for power in range(2, 41)
            if any(rows[power])
            and max(*rows[power], *columns[power]) < 2**53
            and ranking(rows[power - 1]) == ranking(rows[power])
            and ranking(columns[power - 1]) == ranking(columns[power])
        ),
        None,
    )
    if settled is not None:
        way = {"kind": "powers", "power": settled}
        influence, dependence = rows[settled - 1], columns[settled - 1]
    else:
        plain = matrix.astype(float)
        radius = max(abs(np.linalg.eigvals(plain)), default=0) if graph.size else 0
        # Any alpha near a half of the bound will do; the numbers must fit the one that was taken.
        alpha = answer["way"].get("alpha", 0)
        way = {"kind": "damped", "alpha": alpha}
        if not 0.4 < alpha * max(1, radius) < 0.51:
            way = {"kind": "damped", "alpha": 0.5 / max(1, radius)}
        damped = np.linalg.inv(np.eye(graph.size) - alpha * plain) - np.eye(graph.size)
        influence, dependence = damped.sum(axis=1).tolist(), damped.sum(axis=0).tolist()

    def places(influence, dependence):
        def high(values):
            return [value > sum(values) / len(values) * (1 + 1e-11) for value in values]

        names = {(False, False): "autonomous", (True, False): "driving", (True, True): "relay", (False, True): "dependent"}
        return {
            "influence": influence,
            "dependence": dependence,
            "fields": [names[pair] for pair in zip(high(influence), high(dependence))],
        }

    return {"direct": places(rows[0], columns[0]), "indirect": places(influence, dependence), "way": way}


def driver_nodes(graph, answer):
    def matched(missing=None):
        halves = nx.Graph()
        halves.add_nodes_from((("out", v) for v in range(graph.size)), bipartite=0)
        halves.add_nodes_from((("in", v) for v in range(graph.size) if v != missing), bipartite=1)
        halves.add_edges_from((("out", a), ("in", b)) for a, b in graph.directed.edges() if b != missing)
        top = [("out", v) for v in range(graph.size)]
        return len(nx.bipartite.hopcroft_karp_matching(halves, top)) // 2

    most = matched()
    expected = {"count": max(graph.size - most, 1), "matched": most}
    if "classes" in answer:
        # It can be left unmatched if the matching without it is as large.
        expected["classes"] = [
            "critical" if graph.directed.in_degree(v) == 0 else "intermittent" if matched(v) == most else "redundant"
            for v in range(graph.size)
        ]
    return expected


def components(parts, graph):
    number = {}
    for place, part in enumerate(sorted(parts, key=min)):
        number.update(dict.fromkeys(part, place))
    return by_variable(number, graph)


def cut_points(graph, _):
    return {
        "variables": sorted(nx.articulation_points(graph.undirected)),
        "bridges": sorted(sorted(bridge) for bridge in nx.bridges(graph.undirected)),
    }


def clustering(graph, _):
    local = by_variable(nx.clustering(graph.undirected), graph)
    has_triples = any(graph.undirected.degree(v) > 1 for v in range(graph.size))
    return {
        "local": [value if graph.undirected.degree(v) > 1 else None for v, value in enumerate(local)],
        # Where nobody has two neighbours networkx says 0, Weft nothing.
        "average": nx.average_clustering(graph.undirected) if has_triples else None,
        "transitivity": nx.transitivity(graph.undirected) if has_triples else None,
    }


def communities(graph, answer):
    if graph.undirected.number_of_edges() == 0:
        return {"groups": answer["groups"], "modularity": None}
    groups = [[v for v in range(graph.size) if answer["groups"][v] == number] for number in set(answer["groups"])]
    modularity = nx.community.modularity(graph.undirected, groups)
    rivals = (nx.community.louvain_communities(graph.undirected, seed=seed) for seed in range(20))
    best = max(nx.community.modularity(graph.undirected, rival) for rival in rivals)
    # Better than networkx is welcome, worse by more than a hundredth is not.
    return {"groups": answer["groups"], "modularity": modularity if modularity > best - 0.01 else best}


def loops(graph, answer):
    def count(**bound):
        found = {}
        for loop in nx.simple_cycles(graph.directed, **bound):
            product = math.prod(graph.signs[arc] for arc in zip(loop, loop[1:] + loop[:1]))
            kind = f"{len(loop)} {product}"
            found[kind] = found.get(kind, 0) + 1
        return found

    # Where Weft stopped at a bound, all of them are too many for networkx too.
    whole = None if answer["all"] is None else count()
    if "length_bound" not in inspect.signature(nx.simple_cycles).parameters:
        return {"upToSix": answer["upToSix"], "all": whole}
    return {"upToSix": count(length_bound=6), "all": whole}


def group_of(node):
    """The same groups as in checkAgainstNetworkx.mjs."""
    return None if node % 7 == 6 else node % 3


def mixing(graph, _):
    """Newman's definition; networkx counts nodes without a group as one of their own."""
    grouped = graph.loopless.subgraph([v for v in range(graph.size) if group_of(v) is not None]).copy()
    nx.set_node_attributes(grouped, {v: group_of(v) for v in grouped}, "group")
    arcs = [[0] * 3 for _ in range(3)]
    for a, b in grouped.edges():
        arcs[group_of(a)][group_of(b)] += 1
    value = None
    if grouped.number_of_edges():
        used = {group for edge in grouped.edges() for group in map(group_of, edge)}
        value = nx.attribute_assortativity_coefficient(grouped, "group") if len(used) > 1 else None
    return {"arcs": arcs, "assortativity": value}


def external_internal(graph, _):
    pairs = [(group_of(a), group_of(b)) for a, b in graph.undirected.edges()]
    pairs = [pair for pair in pairs if None not in pair]
    external = sum(a != b for a, b in pairs)
    internal = len(pairs) - external
    return {"external": external, "internal": internal, "index": (external - internal) / len(pairs) if pairs else None}


def brokerage(graph, _):
    counts = {role: [0] * graph.size for role in ("coordinator", "consultant", "representative", "gatekeeper", "liaison")}
    for v in range(graph.size):
        for a in graph.loopless.predecessors(v):
            for c in graph.loopless.successors(v):
                groups = [group_of(node) for node in (a, v, c)]
                if a == c or None in groups or graph.loopless.has_edge(a, c):
                    continue
                first, own, last = groups
                if first == last:
                    role = "coordinator" if first == own else "consultant"
                elif first == own:
                    role = "representative"
                else:
                    role = "gatekeeper" if last == own else "liaison"
                counts[role][v] += 1
    return counts


def ways(graph, _):
    lengths = [
        length
        for source, targets in nx.all_pairs_shortest_path_length(graph.undirected)
        for target, length in targets.items()
        if target > source
    ]
    pairs = graph.size * (graph.size - 1) // 2
    return {
        "diameter": max(lengths) if lengths else None,
        "average": sum(lengths) / len(lengths) if lengths else None,
        "reached": len(lengths),
        "pairs": pairs,
        "efficiency": nx.global_efficiency(graph.undirected) if graph.size > 1 else None,
    }


def centralisation(graph, _):
    size = graph.size
    if size < 3:
        return {"degree": None, "closeness": None, "betweenness": None}

    def spread(values):
        return sum(max(values.values()) - value for value in values.values())

    star = nx.star_graph(size - 1)
    connected = nx.is_connected(graph.undirected)
    return {
        "degree": spread(dict(graph.undirected.degree())) / spread(dict(star.degree())),
        "closeness": spread(nx.closeness_centrality(graph.undirected)) / spread(nx.closeness_centrality(star))
        if connected
        else None,
        "betweenness": spread(nx.betweenness_centrality(graph.undirected)) / spread(nx.betweenness_centrality(star)),
    }


def fragmentation_of(undirected):
    size = undirected.number_of_nodes()
    if size < 2:
        return None
    return 1 - sum(len(part) * (len(part) - 1) for part in nx.connected_components(undirected)) / (size * (size - 1))


def fragmentation(graph, _):
    without = []
    for cut in nx.articulation_points(graph.undirected):
        rest = graph.undirected.copy()
        rest.remove_node(cut)
        without.append([cut, fragmentation_of(rest)])
    without.sort(key=lambda one: (-one[1], one[0]))
    return {"whole": fragmentation_of(graph.undirected), "without": without}


def bridging(graph, answer):
    """The gains of all missing ties within a piece, the largest first."""
    if answer is None:
        return None
    before = nx.global_efficiency(graph.undirected) if graph.size > 1 else 0
    gains = []
    for a, b in nx.non_edges(graph.undirected):
        if not nx.has_path(graph.undirected, a, b):
            continue
        with_tie = graph.undirected.copy()
        with_tie.add_edge(a, b)
        gains.append(nx.global_efficiency(with_tie) - before)
    return sorted(gains, reverse=True)


measures = {
    "degrees": degrees,
    "density": density,
    "reciprocity": reciprocity,
    "reach": reach,
    "betweenness": lambda graph, _: betweenness_of(graph.directed, graph),
    "betweennessUndirected": lambda graph, _: betweenness_of(graph.undirected, graph),
    "closenessIncoming": lambda graph, _: closeness_of(graph.directed, graph),
    "closenessOutgoing": lambda graph, _: closeness_of(graph.directed.reverse(), graph),
    "closenessEither": lambda graph, _: closeness_of(graph.undirected, graph),
    "eigenvector": eigenvector,
    "pageRank": lambda graph, _: by_variable(nx.pagerank(graph.directed, tol=1e-15, max_iter=5000), graph),
    "cores": lambda graph, _: by_variable(nx.core_number(graph.undirected), graph),
    "micmac": micmac,
    "driverNodes": driver_nodes,
    "strongComponents": lambda graph, _: components(nx.strongly_connected_components(graph.directed), graph),
    "weakComponents": lambda graph, _: components(nx.weakly_connected_components(graph.directed), graph),
    "cutPoints": cut_points,
    "clustering": clustering,
    "constraint": lambda graph, _: by_variable(nx.constraint(graph.undirected), graph),
    "effectiveSize": lambda graph, _: by_variable(nx.effective_size(graph.undirected), graph),
    "communities": communities,
    "mixing": mixing,
    "externalInternal": external_internal,
    "brokerage": brokerage,
    "ways": ways,
    "centralisation": centralisation,
    "fragmentation": fragmentation,
    "bridging": bridging,
    "loops": loops,
}


def difference(ours, theirs):
    """The largest difference of two answers; infinite where they are not of one shape."""
    if isinstance(theirs, dict):
        if not isinstance(ours, dict) or ours.keys() != theirs.keys():
            return math.inf
        return max((difference(ours[key], theirs[key]) for key in theirs), default=0)
    if isinstance(theirs, (list, tuple)):
        if not isinstance(ours, list) or len(ours) != len(theirs):
            return math.inf
        return max((difference(a, b) for a, b in zip(ours, theirs)), default=0)
    if theirs is None or (isinstance(theirs, float) and math.isnan(theirs)):
        return 0 if ours is None else math.inf
    if isinstance(theirs, str) or ours is None:
        return 0 if ours == theirs else math.inf
    return float(abs(ours - theirs) / max(1, abs(theirs)))


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        questions = json.load(file)
    worst = {}
    failures = []
    for entry in questions["graphs"]:
        graph = Graph(entry["size"], entry["arcs"], entry["signs"])
        for name, answer in entry["answers"].items():
            if name not in measures:
                failures.append(f"{name}: nothing in checkAgainstNetworkx.py to compare it with")
                continue
            error = difference(answer, measures[name](graph, answer))
            worst[name] = max(worst.get(name, 0), error)
            if error > questions["tolerance"]:
                failures.append(f"{name} differs by {error:.3g}: {entry['name']}")
    if "length_bound" not in inspect.signature(nx.simple_cycles).parameters:
        print(f"Loops of up to six links are not compared: networkx {nx.__version__} has no bound for them, 3.1 has.")
    print(f"networkx {nx.__version__}, {len(questions['graphs'])} graphs, largest difference:")
    for name, error in worst.items():
        print(f"  {name:24}{error:.2g}")
    for line in sorted(set(failures)):
        print(f"DIFFERS  {line}")
    sys.exit(1 if failures else 0)


main()

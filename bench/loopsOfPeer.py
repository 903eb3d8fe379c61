"""One measurement of another library's loop search in a process of its own:
python3 loopsOfPeer.py <networkx | igraph> <graph.json> <longest or 0 for any length> <times>
With `version` instead of a file: its version, and whether it has a search for loops with a bound."""

import inspect
import json
import math
import sys
import time


def of_networkx(size, arcs, longest):
    import networkx

    graph = networkx.DiGraph()
    graph.add_nodes_from(range(size))
    graph.add_edges_from(arcs)
    if longest == 0:
        return lambda: list(networkx.simple_cycles(graph))
    if networkx_has_bound():
        return lambda: list(networkx.simple_cycles(graph, length_bound=longest))
    return lambda: by_paths(
        list(networkx.strongly_connected_components(graph)),
        lambda left, root: [
            path
            for path in networkx.all_simple_paths(graph.subgraph(left), root, set(graph.pred[root]) & left, longest - 1)
        ]
        if longest > 1
        else [],
        [[one] for one, other in arcs if one == other],
    )


def of_igraph(size, arcs, longest):
    import igraph

    graph = igraph.Graph(size, arcs, directed=True)
    if hasattr(graph, "simple_cycles"):
        return lambda: graph.simple_cycles(max=longest if longest > 0 else -1, mode="out", output="vpath")

    def paths(left, root):
        order = sorted(left)
        part = graph.induced_subgraph(order)
        at = order.index(root)
        return part.get_all_simple_paths(at, part.predecessors(at), longest - 1 if longest > 0 else -1, "out")

    return lambda: by_paths(
        [set(one) for one in graph.connected_components("strong")], paths, [[one] for one, other in arcs if one == other]
    )


def by_paths(parts, paths, own):
    """Where there is no search for loops: from each variable, the ways to those that lead to it, among those after it."""
    loops = list(own)
    for part in parts:
        left = set(part)
        for root in sorted(part):
            if len(left) > 1:
                loops.extend(paths(left, root))
            left.remove(root)
    return loops


def networkx_has_bound():
    import networkx

    return "length_bound" in inspect.signature(networkx.simple_cycles).parameters


def main():
    peer, file = sys.argv[1:3]
    if file == "version":
        module = __import__(peer)
        bounded = networkx_has_bound() if peer == "networkx" else hasattr(module.Graph, "simple_cycles")
        print(json.dumps({"version": module.__version__, "bounded": bounded}))
        return
    longest, times = int(sys.argv[3]), int(sys.argv[4])
    with open(file) as given:
        graph = json.load(given)
    search = {"networkx": of_networkx, "igraph": of_igraph}[peer]
    run = search(graph["size"], [tuple(arc) for arc in graph["arcs"]], longest)

    def measure(searches):
        start = time.process_time()
        for _ in range(searches):
            found = len(run())
        return found, (time.process_time() - start) * 1000 / searches

    found, once = measure(1)
    searches = max(1, min(500, math.ceil(10 / max(once, 0.01))))
    taken = [measure(searches)[1] for _ in range(times)]
    print(json.dumps({"found": found, "milliseconds": taken}))


main()

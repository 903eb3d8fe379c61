"""One network of ties measured by networkx or igraph: networkOfPeer.py <peer> version | <graph.json> <times>.

Prints JSON: CPU milliseconds of each measure, as a list of <times> numbers; measures that a peer lacks are left out.
"""

import json
import sys
import time
import warnings

warnings.filterwarnings("ignore")
peer = sys.argv[1]


def of_networkx(size, arcs):
    import networkx as nx

    directed = nx.DiGraph()
    directed.add_nodes_from(range(size))
    directed.add_edges_from(arcs)
    plain = directed.to_undirected()
    return {
        "closeness": lambda: nx.closeness_centrality(directed),
        "betweenness": lambda: nx.betweenness_centrality(directed),
        "eigenvector": lambda: nx.eigenvector_centrality(plain, max_iter=1000),
        "PageRank": lambda: nx.pagerank(directed),
        "k-core": lambda: nx.core_number(plain),
        "clustering": lambda: nx.clustering(plain),
        "constraint": lambda: nx.constraint(directed),
        "effective size": lambda: nx.effective_size(directed),
        "communities": lambda: nx.community.louvain_communities(plain, seed=1),
        "steps between all": lambda: dict(nx.all_pairs_shortest_path_length(plain)),
    }


def of_igraph(size, arcs):
    import igraph

    directed = igraph.Graph(n=size, edges=arcs, directed=True)
    plain = directed.as_undirected()
    return {
        "closeness": lambda: directed.closeness(mode="in"),
        "betweenness": lambda: directed.betweenness(),
        "eigenvector": lambda: plain.eigenvector_centrality(),
        "PageRank": lambda: directed.pagerank(),
        "k-core": lambda: plain.coreness(),
        "clustering": lambda: plain.transitivity_local_undirected(),
        "constraint": lambda: directed.constraint(),
        "communities": lambda: plain.community_multilevel(),
        "steps between all": lambda: plain.distances(),
    }


if sys.argv[2] == "version":
    print(json.dumps({"version": __import__(peer).__version__}))
else:
    with open(sys.argv[2]) as file:
        graph = json.load(file)
    arcs = [tuple(arc) for arc in graph["arcs"]]
    measures = (of_networkx if peer == "networkx" else of_igraph)(graph["size"], arcs)
    taken = {name: [] for name in measures}
    for _ in range(int(sys.argv[3])):
        for name, measure in measures.items():
            start = time.process_time()
            measure()
            taken[name].append((time.process_time() - start) * 1000)
    print(json.dumps(taken))

"""Writes trees.json: what scikit-learn's trees and forests become on small problems.

Run with the versions in the head of the file. Trees are compared node by node, so only problems are kept on which
scikit-learn grows the same tree for every random_state: it breaks ties between features at random.
"""

import base64
import json
import pathlib

import numpy as np
import sklearn
from sklearn.ensemble import RandomForestClassifier
from sklearn.tree import DecisionTreeClassifier, ExtraTreeClassifier

SEEDS = range(12)
LEAF = dict(max_depth=5, min_samples_leaf=6)


def blobs(seed, sample_count, feature_count, class_count, spread):
    """Classes around centres, as bytes."""
    rng = np.random.RandomState(seed)
    y = rng.randint(0, class_count, sample_count)
    centres = rng.randint(40, 216, (class_count, feature_count))
    x = np.clip(centres[y] + rng.normal(0, spread, (sample_count, feature_count)), 0, 255)
    return x.astype(np.uint8), y * 3 - 2


def encoded(x):
    return base64.b64encode(x.tobytes()).decode()


def preorder(tree):
    """Nodes of a tree depth first, left before right, as arrays."""
    order, waiting = [], [0]
    while waiting:
        node = waiting.pop()
        order.append(node)
        if tree.children_left[node] >= 0:
            waiting += [tree.children_right[node], tree.children_left[node]]
    return dict(
        feature=tree.feature[order].tolist(),
        threshold=tree.threshold[order].tolist(),
        value=tree.value[order, 0].ravel().tolist(),
        impurity=tree.impurity[order].round(12).tolist(),
        nNodeSamples=tree.n_node_samples[order].tolist(),
    )


def fit_stable(x, y, weight, options):
    """The tree that every random_state gives, or None."""
    models = [DecisionTreeClassifier(random_state=s, **options).fit(x, y, weight) for s in SEEDS]
    # Sums of real weights depend on their order in the last digits, so what nodes hold is not compared.
    splits = [(t["feature"], t["threshold"]) for t in (preorder(m.tree_) for m in models)]
    return models[0] if all(s == splits[0] for s in splits) else None


def tree_case(name, kind, ours, options, weigh=None, shape=(150, 5, 4, 40)):
    for seed in range(1000):
        x, y = blobs(seed, *shape)
        features, scaling = as_kind(kind, x, seed)
        weight = None if weigh is None else weigh(np.random.RandomState(seed + 7), len(y))
        model = fit_stable(features, y, weight, options)
        if model is not None and model.tree_.node_count > 5:
            break
    else:
        raise SystemExit(f"no problem without ties for {name}")
    return dict(
        name=name,
        kind=kind,
        options=ours,
        x=encoded(x) if kind != "floats" else [round(v, 3) for v in features.ravel().tolist()],
        shape=list(x.shape),
        scaling=scaling,
        y=y.tolist(),
        sampleWeight=None if weight is None else weight.tolist(),
        tree=preorder(model.tree_),
        featureImportances=model.feature_importances_.tolist(),
        depth=int(model.get_depth()),
        leafCount=int(model.get_n_leaves()),
        predictProba=model.predict_proba(features[:8]).ravel().tolist(),
        predict=model.predict(features).tolist(),
    )


def as_kind(kind, x, seed):
    if kind == "bytes":
        return x.astype(np.float32), None
    rng = np.random.RandomState(seed + 3)
    if kind == "floats":
        return (x / 7 + rng.uniform(-1, 1, x.shape)).round(3).astype(np.float32), None
    mean, scale = rng.uniform(0, 200, x.shape[1]).round(2), rng.uniform(0.5, 90, x.shape[1]).round(2)
    if kind == "falling":
        scale[::2] *= -1
    return ((x - mean) / scale).astype(np.float32), dict(mean=mean.tolist(), scale=scale.tolist())


def whole(rng, count):
    return rng.randint(0, 4, count).astype(float)


def real(rng, count):
    return rng.uniform(0, 2, count).round(3)


def tree_cases():
    leaf = dict(maxDepth=5, minSamplesLeaf=6)
    wide = (280, 4, 3, 40)
    single = (90, 1, 3, 50)
    return [
        tree_case("Gini, bytes", "bytes", leaf, LEAF),
        tree_case("Gini, scaled bytes", "scaled", leaf, LEAF),
        tree_case("Gini, bytes with negative scales", "falling", leaf, LEAF),
        tree_case("Gini, floats of many values", "floats", leaf, LEAF, shape=wide),
        tree_case("entropy, bytes", "bytes", dict(leaf, criterion="entropy"), dict(LEAF, criterion="entropy")),
        tree_case("log loss, scaled bytes", "scaled", dict(leaf, criterion="logLoss"), dict(LEAF, criterion="log_loss")),
        tree_case("entropy, floats of many values", "floats", dict(leaf, criterion="entropy"), dict(LEAF, criterion="entropy"), shape=wide),
        tree_case("whole sample weights", "bytes", leaf, LEAF, whole),
        tree_case("real sample weights", "scaled", leaf, LEAF, real),
        tree_case("balanced classes", "bytes", dict(leaf, classWeight="balanced"), dict(LEAF, class_weight="balanced")),
        tree_case("class weights", "bytes", dict(leaf, classWeight={"1": 3, "4": 0.5}), dict(LEAF, class_weight={1: 3, 4: 0.5})),
        tree_case("shares of samples", "bytes", dict(minSamplesSplit=dict(fraction=0.2), minSamplesLeaf=dict(fraction=0.055)), dict(min_samples_split=0.2, min_samples_leaf=0.055)),
        tree_case("a least weight of leaves", "bytes", dict(minWeightFractionLeaf=0.08), dict(min_weight_fraction_leaf=0.08), whole),
        tree_case("few leaves", "bytes", dict(leaf, maxLeafNodes=5), dict(LEAF, max_leaf_nodes=5)),
        tree_case("a least decrease of impurity", "scaled", dict(leaf, minImpurityDecrease=0.03), dict(LEAF, min_impurity_decrease=0.03)),
        tree_case("pruning", "bytes", dict(leaf, ccpAlpha=0.012), dict(LEAF, ccp_alpha=0.012)),
        tree_case("pruning by weight", "bytes", dict(leaf, ccpAlpha=0.012, criterion="entropy"), dict(LEAF, ccp_alpha=0.012, criterion="entropy"), real),
        tree_case("grown to the end", "bytes", {}, {}, shape=single),
        tree_case("grown to the end by entropy", "scaled", dict(criterion="entropy"), dict(criterion="entropy"), shape=single),
        tree_case("more classes than codes have room for", "bytes", dict(maxDepth=4, minSamplesLeaf=8), dict(max_depth=4, min_samples_leaf=8), shape=(250, 4, 18, 20)),
    ]


def forest_case():
    """A forest without chance: every tree sees all samples and features."""
    case = tree_case("a forest without chance", "bytes", {}, dict(LEAF, criterion="entropy"))
    x = np.frombuffer(base64.b64decode(case["x"]), np.uint8).astype(np.float32).reshape(case["shape"])
    model = RandomForestClassifier(3, bootstrap=False, max_features=None, criterion="entropy", random_state=0, **LEAF)
    model.fit(x, case["y"])
    case["options"] = dict(nEstimators=3, bootstrap=False, maxFeatures=None, criterion="entropy", maxDepth=5, minSamplesLeaf=6)
    case["featureImportances"] = model.feature_importances_.tolist()
    case["predictProba"] = model.predict_proba(x[:8]).ravel().tolist()
    return case


def leaves(tree):
    """Depths of the leaves.

    With real weights scikit-learn finds some pure nodes not quite pure, by rounding, and splits them further.
    """
    waiting, depths = [(0, 0)], []
    while waiting:
        node, depth = waiting.pop()
        value = tree.value[node, 0]
        if tree.children_left[node] < 0 or value.max() > (1 - 1e-9) * value.sum():
            depths.append(depth)
        else:
            waiting += [(tree.children_left[node], depth + 1), (tree.children_right[node], depth + 1)]
    return depths


def chance_case(name, estimator, ours, make, figures):
    """Means and standard deviations of figures over many random states."""
    x, y = blobs(5, 500, 9, 4, 55)
    train, test = slice(0, 250), slice(250, 500)
    runs = []
    for seed in range(60):
        model = make(seed).fit(x[train].astype(np.float32), y[train])
        runs.append([f(model, x[test].astype(np.float32), y[test]) for f in figures.values()])
    mean, deviation = np.mean(runs, 0), np.std(runs, 0, ddof=1)
    return dict(
        name=name,
        estimator=estimator,
        options=ours,
        figures={k: dict(mean=m, deviation=d) for k, m, d in zip(figures, mean.tolist(), deviation.tolist())},
    )


def chance_cases():
    accuracy = dict(accuracy=lambda m, x, y: m.score(x, y))
    tree = dict(accuracy, leafCount=lambda m, x, y: len(leaves(m.tree_)), depth=lambda m, x, y: max(leaves(m.tree_)))
    forest = dict(
        accuracy,
        leafCount=lambda m, x, y: np.mean([len(leaves(t.tree_)) for t in m.estimators_]),
        depth=lambda m, x, y: np.mean([max(leaves(t.tree_)) for t in m.estimators_]),
        largestImportance=lambda m, x, y: m.feature_importances_.max(),
    )
    oob = dict(forest, oobScore=lambda m, x, y: m.oob_score_)
    return [
        chance_case("an extra tree", "ExtraTreeClassifier", {}, lambda s: ExtraTreeClassifier(random_state=s), tree),
        chance_case("an extra tree by entropy", "ExtraTreeClassifier", dict(criterion="entropy", maxFeatures=None, maxDepth=6), lambda s: ExtraTreeClassifier(criterion="entropy", max_features=None, max_depth=6, random_state=s), tree),
        chance_case("a tree of drawn thresholds", "DecisionTreeClassifier", dict(splitter="random"), lambda s: DecisionTreeClassifier(splitter="random", random_state=s), tree),
        chance_case("a tree of drawn features", "DecisionTreeClassifier", dict(maxFeatures="log2"), lambda s: DecisionTreeClassifier(max_features="log2", random_state=s), tree),
        chance_case("a forest", "RandomForestClassifier", dict(nEstimators=20, oobScore=True), lambda s: RandomForestClassifier(20, oob_score=True, random_state=s), oob),
        chance_case("a forest of few samples", "RandomForestClassifier", dict(nEstimators=10, maxSamples=dict(fraction=0.3), minSamplesLeaf=2), lambda s: RandomForestClassifier(10, max_samples=0.3, min_samples_leaf=2, random_state=s), forest),
        chance_case("a forest balanced tree by tree", "RandomForestClassifier", dict(nEstimators=10, classWeight="balancedSubsample", minWeightFractionLeaf=0.02), lambda s: RandomForestClassifier(10, class_weight="balanced_subsample", min_weight_fraction_leaf=0.02, random_state=s), forest),
    ]


def main():
    x, y = blobs(5, 500, 9, 4, 55)
    golden = dict(
        versions=dict(scikitLearn=sklearn.__version__, numpy=np.__version__),
        trees=tree_cases(),
        forest=forest_case(),
        chance=dict(x=encoded(x), shape=list(x.shape), y=y.tolist(), trainCount=250, cases=chance_cases()),
    )
    path = pathlib.Path(__file__).with_suffix(".json")
    path.write_text(json.dumps(golden, separators=(",", ":")) + "\n")
    print(path.stat().st_size, "bytes")


if __name__ == "__main__":
    import warnings

    warnings.simplefilter("ignore")
    main()

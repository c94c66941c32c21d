"""The JMH benchmarks, which live beside what they measure; here only run and put into the table."""

import json
import shutil

from . import run
from .bench import Row, Skipped
from .figures import number
from .host import HOME

TITLE = "Inside the recorder (JMH)"
INTRO = """Average time is a mean over warmed-up iterations, sampled time has percentiles and holds two readings of the clock a
sample. In JournalTrapBench, prepare is what journal does besides: the difference is the cost of journaling."""
COLUMNS = ["benchmark", "parameters", "mode", "score", "p50", "p99.9", "unit"]


def measure(bench, pattern):
    if not shutil.which("mvn"):
        raise Skipped("mvn is not installed")
    results = bench.work / f"jmh-{pattern}.json"
    limit = 3600
    ended = run.run(["mvn", "-B", "-q", "-ntp", "-Pbench", "-pl", "recorder", "verify", "-DskipTests", f"-Dbench=[.]{pattern}[.].*",
                     f"-Dbench.args=-foe true -rf json -rff {results} {bench.jmh}".rstrip()], limit, cwd=HOME)
    if ended.code != 0 or not results.is_file():
        raise run.Failed(f"mvn -Pbench -Dbench={pattern}: exit code {ended.code}{run.last_line(ended.output)}")
    return [row(r) for r in json.loads(results.read_text())]


def row(result):
    metric = result["primaryMetric"]
    name, rest = result["benchmark"].rsplit(".", 2)[-2:], result.get("params") or {}
    percentiles = metric["scorePercentiles"] if result["mode"] == "sample" else {}
    extra = {k: m["score"] for k, m in (result.get("secondaryMetrics") or {}).items() if "·" not in k and "." not in k}
    error = metric["scoreError"]
    score = number(metric["score"]) + (f" ± {number(error)}" if isinstance(error, (int, float)) and error == error else "")
    if extra:
        score += ", " + ", ".join(f"{k} {number(v)}" for k, v in sorted(extra.items()) if v == v)
    p = lambda key: number(percentiles[key]) if key in percentiles else "-"
    mode = {"avgt": "average", "sample": "sampled"}.get(result["mode"], result["mode"])
    return Row([".".join(name), " ".join(f"{k}={v}" for k, v in rest.items()), mode, score, p("50.0"), p("99.9"),
                metric["scoreUnit"]], result)


def rows(bench):
    return [("jmh/" + name, lambda name=name: measure(bench, name)) for name in ("DecodeExecuteBench", "ExecuteBench", "TrapBench", "JournalTrapBench")]

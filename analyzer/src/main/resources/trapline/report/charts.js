"use strict";
(function () {
  const data = JSON.parse(document.getElementById("data").textContent);
  const names = data.sessions.length === 1 ? [""] : ["left ", "right "];
  const colours = ["#3366cc", "#cc6600", "#2a9d55", "#993399", "#b03030", "#117799", "#777700", "#555555"];
  const dashes = [undefined, [6, 4]];
  const width = Math.min(1150, document.body.clientWidth - 20);

  function classes(field) {
    const seen = new Set();
    data.sessions.forEach((s) => Object.keys(s[field]).forEach((c) => seen.add(c)));
    return [...seen];
  }

  function series(field) {
    const lines = [];
    classes(field).forEach((c, i) => {
      data.sessions.forEach((s, k) => {
        if (s[field][c]) {
          lines.push({ label: names[k] + c, stroke: colours[i % colours.length], dash: dashes[k], width: 1.5, values: s[field][c] });
        }
      });
    });
    return lines;
  }

  function draw(id, title, x, xAxis, yAxis, lines, log) {
    const place = document.getElementById(id);
    if (lines.length === 0) {
      place.textContent = "nothing to draw";
      return;
    }
    const positive = (v) => (log && v <= 0 ? null : v);
    new uPlot(
      {
        title, width, height: 320,
        scales: { x: { time: false }, y: { distr: log ? 3 : 1 } },
        axes: [xAxis, yAxis],
        series: [{ label: xAxis.label }].concat(lines.map((l) => ({ label: l.label, stroke: l.stroke, dash: l.dash, width: l.width }))),
      },
      [x].concat(lines.map((l) => l.values.map(positive))),
      place
    );
  }

  const tail = data.percentiles.map((p) => Math.log10(100 / (100 - p)));
  draw(
    "latency", "", tail,
    { label: "percentile", values: (u, ticks) => ticks.map((t) => (100 - 100 / Math.pow(10, t)).toFixed(t > 2 ? 3 : t > 1 ? 1 : 0) + " %") },
    { label: "host ns", size: 80 }, series("latency"), true
  );
  const slices = 240;
  data.sessions.forEach((s, k) => {
    const own = [];
    classes("timeline").forEach((c, i) => {
      if (s.timeline[c]) {
        own.push({ label: names[k] + c, stroke: colours[i % colours.length], width: 1.5, values: s.timeline[c] });
      }
    });
    const x = Array.from({ length: slices }, (_, i) => ((i + 0.5) * s.virtualNanos) / slices / 1e6);
    draw("timeline" + k, names[k], x, { label: "virtual ms" }, { label: "traps in a slice", size: 80 }, own, true);
  });
})();

package trapline.report;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import trapline.analyze.Overview;
import trapline.event.TrapClass;

/**
 * The numbers behind a page's charts, as JSON that cannot end the script element that it stands in.
 */
final class ChartData {
    private static final double[] PERCENTILES = {
        0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 97.5, 99, 99.5, 99.9, 99.95, 99.99, 99.999
    };

    private ChartData() {}

    static String json(List<Overview> sessions) {
        StringBuilder b =
                new StringBuilder("{\"percentiles\":")
                        .append(Arrays.toString(PERCENTILES))
                        .append(",\"sessions\":[");
        String separator = "";
        for (Overview s : sessions) {
            b.append(separator).append("{\"virtualNanos\":").append(s.summary().virtualNanos());
            b.append(",\"timeline\":").append(series(s.timeline()));
            b.append(",\"latency\":").append(series(latency(s))).append('}');
            separator = ",";
        }
        // Names of trap classes and numbers only; still nothing in it may look like markup.
        return b.append("]}").toString().replace("<", "\\u003c");
    }

    private static Map<TrapClass, long[]> latency(Overview s) {
        Map<TrapClass, long[]> all = new TreeMap<>();
        for (Map.Entry<TrapClass, Histogram> e : s.latencies().byClass().entrySet()) {
            if (e.getValue().getTotalCount() > 0) {
                all.put(e.getKey(), Overview.at(e.getValue(), PERCENTILES));
            }
        }
        return all;
    }

    private static String series(Map<TrapClass, long[]> of) {
        StringBuilder b = new StringBuilder("{");
        of.forEach(
                (cls, values) -> {
                    b.append(b.length() == 1 ? "" : ",")
                            .append('"')
                            .append(cls.name())
                            .append("\":");
                    b.append(Arrays.toString(values));
                });
        return b.append('}').toString();
    }
}

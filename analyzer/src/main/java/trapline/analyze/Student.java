package trapline.analyze;

/** Student's t distribution. */
final class Student {
    private static final double[] LANCZOS = {
        76.18009172947146,
        -86.50532032941678,
        24.01409824083091,
        -1.231739572450155,
        0.1208650973866179e-2,
        -0.5395239384953e-5
    };

    private Student() {}

    /**
     * The value below which the share {@code p} of the distribution with {@code freedom} degrees
     * lies.
     */
    static double quantile(double p, int freedom) {
        double low = -1e6;
        double high = 1e6;
        for (int i = 0; i < 200 && high - low > 1e-10 * Math.max(1, Math.abs(low)); i++) {
            double mid = (low + high) / 2;
            if (cumulative(mid, freedom) < p) {
                low = mid;
            } else {
                high = mid;
            }
        }
        return (low + high) / 2;
    }

    /** The share of the distribution below {@code t}. */
    static double cumulative(double t, int freedom) {
        double tail = beta(freedom / (freedom + t * t), freedom / 2.0, 0.5) / 2;
        return t > 0 ? 1 - tail : tail;
    }

    /** The regularised incomplete beta function, by its continued fraction (Lentz's method). */
    private static double beta(double x, double a, double b) {
        if (x <= 0) {
            return 0;
        }
        if (x >= 1) {
            return 1;
        }
        double front =
                Math.exp(
                        gammaLog(a + b)
                                - gammaLog(a)
                                - gammaLog(b)
                                + a * Math.log(x)
                                + b * Math.log(1 - x));
        return x < (a + 1) / (a + b + 2)
                ? front * fraction(x, a, b) / a
                : 1 - front * fraction(1 - x, b, a) / b;
    }

    private static double fraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / guard(1 - (a + b) * x / (a + 1));
        double h = d;
        for (int m = 1; m < 300; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / guard(1 + even * d);
            c = guard(1 + even / c);
            h *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / guard(1 + odd * d);
            c = guard(1 + odd / c);
            double step = d * c;
            h *= step;
            if (Math.abs(step - 1) < 1e-14) {
                break;
            }
        }
        return h;
    }

    private static double guard(double v) {
        return Math.abs(v) < 1e-300 ? 1e-300 : v;
    }

    /** Logarithm of the gamma function, by Lanczos's approximation. */
    private static double gammaLog(double x) {
        double y = x;
        double t = x + 5.5;
        t -= (x + 0.5) * Math.log(t);
        double sum = 1.000000000190015;
        for (double c : LANCZOS) {
            sum += c / ++y;
        }
        return -t + Math.log(2.5066282746310002 * sum / x);
    }
}

package trapline.trap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The condition language of the architecture's accessibility rules, as an oracle for tests: boolean
 * operators, comparisons, bit strings with {@code x} for don't-care, concatenation, membership,
 * function calls, indexing. What a name or a call means is the {@link Scope}'s to say.
 */
sealed interface Condition {
    /** Bits of a field, width and value; a boolean is one bit. */
    record Bits(int width, long value) {
        static final Bits TRUE = new Bits(1, 1);
        static final Bits FALSE = new Bits(1, 0);

        static Bits of(boolean b) {
            return b ? TRUE : FALSE;
        }

        boolean isTrue() {
            return value != 0;
        }
    }

    /** Values of names and calls. */
    interface Scope {
        Bits name(String name);

        Bits call(String function, List<Condition> arguments);
    }

    record Name(String name) implements Condition {}

    record Text(String text) implements Condition {}

    record Constant(long value) implements Condition {}

    /** A literal such as {@code 1x0}, or a single bit. */
    record BitPattern(String bits) implements Condition {}

    record Call(String function, List<Condition> arguments) implements Condition {}

    record Index(Condition of) implements Condition {}

    record Concatenation(List<Condition> parts) implements Condition {}

    record Not(Condition operand) implements Condition {}

    record All(List<Condition> operands) implements Condition {}

    record Any(List<Condition> operands) implements Condition {}

    record Compare(String operator, Condition left, Condition right) implements Condition {}

    record In(Condition left, List<Condition> members) implements Condition {}

    record Arithmetic(String operator, Condition left, Condition right) implements Condition {}

    default boolean isTrue(Scope scope) {
        return eval(scope).isTrue();
    }

    default Bits eval(Scope scope) {
        return switch (this) {
            case Name(String name) -> scope.name(name);
            case Constant(long value) -> new Bits(64, value);
            case Call(String function, List<Condition> arguments) ->
                    scope.call(function, arguments);
            case Not(Condition operand) -> Bits.of(!operand.isTrue(scope));
            case All(List<Condition> operands) ->
                    Bits.of(operands.stream().allMatch(o -> o.isTrue(scope)));
            case Any(List<Condition> operands) ->
                    Bits.of(operands.stream().anyMatch(o -> o.isTrue(scope)));
            case Compare(String operator, Condition left, Condition right) ->
                    Bits.of(compare(operator, left.eval(scope), right, scope));
            case In(Condition left, List<Condition> members) -> {
                Bits bits = left.eval(scope);
                yield Bits.of(members.stream().anyMatch(m -> compare("==", bits, m, scope)));
            }
            case Concatenation(List<Condition> parts) -> {
                Bits sum = new Bits(0, 0);
                for (Condition part : parts) {
                    Bits bits = part.eval(scope);
                    sum = new Bits(sum.width + bits.width, sum.value << bits.width | bits.value);
                }
                yield sum;
            }
            case Arithmetic(String operator, Condition left, Condition right) -> {
                long a = left.eval(scope).value;
                long b = right.eval(scope).value;
                yield new Bits(
                        64, operator.equals("*") ? a * b : operator.equals("+") ? a + b : a - b);
            }
            case BitPattern _, Text _, Index _ ->
                    throw new IllegalStateException("no value: " + this);
        };
    }

    private static boolean compare(String operator, Bits left, Condition right, Scope scope) {
        if (right instanceof BitPattern(String bits)) {
            boolean equal = matches(left, bits);
            return operator.equals("==") ? equal : !equal;
        }
        long a = left.value;
        long b = right.eval(scope).value;
        return switch (operator) {
            case "==" -> a == b;
            case "!=" -> a != b;
            case ">=" -> a >= b;
            case "<=" -> a <= b;
            case ">" -> a > b;
            case "<" -> a < b;
            default -> throw new IllegalStateException("operator " + operator);
        };
    }

    private static boolean matches(Bits bits, String pattern) {
        if (bits.width != pattern.length()) {
            throw new IllegalStateException("width: " + bits + " against " + pattern);
        }
        for (int i = 0; i < pattern.length(); i++) {
            long bit = bits.value >>> (pattern.length() - 1 - i) & 1;
            if (pattern.charAt(i) != 'x' && pattern.charAt(i) - '0' != bit) {
                return false;
            }
        }
        return true;
    }

    static Condition parse(String text) {
        Parser parser = new Parser(text);
        Condition condition = parser.any();
        if (parser.at != parser.tokens.size()) {
            throw new IllegalArgumentException("left over in: " + text);
        }
        return condition;
    }

    /** Recursive descent; one method a precedence level. */
    final class Parser {
        private static final Pattern TOKEN =
                Pattern.compile(
                        "\\s*(&&|\\|\\||==|!=|>=|<=|[><!()\\[\\]{}:,*+]|-(?!EDSCR|AMEV)|'[01x]+'|\"[^\"]*\""
                                + "|[A-Za-z_][\\w.]*(?:<[mn]>[\\w.]*)*(?:-EDSCR2?\\.\\w+|-AMEV\\w+)?|\\d+)");
        final List<String> tokens = new ArrayList<>();
        int at;

        Parser(String text) {
            Matcher matcher = TOKEN.matcher(text);
            int end = 0;
            while (matcher.find() && matcher.start() == end) {
                tokens.add(matcher.group(1));
                end = matcher.end();
            }
            if (!text.substring(end).isBlank()) {
                throw new IllegalArgumentException("cannot read: " + text.substring(end));
            }
        }

        private boolean next(String token) {
            boolean is = at < tokens.size() && tokens.get(at).equals(token);
            at += is ? 1 : 0;
            return is;
        }

        private void expect(String token) {
            if (!next(token)) {
                throw new IllegalArgumentException(
                        "expected " + token + " at " + at + " in " + tokens);
            }
        }

        Condition any() {
            List<Condition> operands = new ArrayList<>(List.of(all()));
            while (next("||")) {
                operands.add(all());
            }
            return operands.size() == 1 ? operands.getFirst() : new Any(operands);
        }

        private Condition all() {
            List<Condition> operands = new ArrayList<>(List.of(not()));
            while (next("&&")) {
                operands.add(not());
            }
            return operands.size() == 1 ? operands.getFirst() : new All(operands);
        }

        private Condition not() {
            return next("!") ? new Not(not()) : comparison();
        }

        private Condition comparison() {
            Condition left = sum();
            for (String operator : List.of("==", "!=", ">=", "<=", ">", "<")) {
                if (next(operator)) {
                    return new Compare(operator, left, sum());
                }
            }
            if (next("IN")) {
                boolean braces = next("{");
                List<Condition> members = new ArrayList<>(List.of(sum()));
                while (next(",")) {
                    members.add(sum());
                }
                if (braces) {
                    expect("}");
                }
                return new In(left, members);
            }
            return left;
        }

        private Condition sum() {
            Condition left = product();
            while (true) {
                if (next("+")) {
                    left = new Arithmetic("+", left, product());
                } else if (next("-")) {
                    left = new Arithmetic("-", left, product());
                } else {
                    return left;
                }
            }
        }

        private Condition product() {
            Condition left = primary();
            while (next("*")) {
                left = new Arithmetic("*", left, primary());
            }
            return left;
        }

        private Condition primary() {
            if (next("(")) {
                Condition inner = any();
                expect(")");
                return inner;
            }
            if (next("[")) {
                List<Condition> parts = new ArrayList<>(List.of(sum()));
                while (next(":")) {
                    parts.add(sum());
                }
                expect("]");
                return new Concatenation(parts);
            }
            String token = tokens.get(at++);
            char first = token.charAt(0);
            if (first == '\'' || first == '"') {
                String inside = token.substring(1, token.length() - 1);
                return first == '"' ? new Text(inside) : new BitPattern(inside);
            }
            if (Character.isDigit(first)) {
                return new Constant(Long.parseLong(token));
            }
            Condition named = new Name(token);
            if (next("(")) {
                List<Condition> arguments = new ArrayList<>();
                while (!next(")")) {
                    arguments.add(any());
                    next(",");
                }
                named = new Call(token, arguments);
            }
            while (next("[")) {
                sum();
                if (next(":")) {
                    sum();
                }
                expect("]");
                named = new Index(named);
            }
            return named;
        }
    }
}

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes and reads the little JSON that this program needs. Numbers are read as BigDecimal; money is written as text.
final class Json {
    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /// A map in the order given: name, value, name, value. A null value is left out.
    static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2)
            if (pairs[i + 1] != null)
                map.put((String) pairs[i], pairs[i + 1]);
        return map;
    }

    static String pretty(Object value) {
        StringBuilder out = new StringBuilder();
        write(out, value, "\n");
        return out.append('\n').toString();
    }

    static String compact(Object value) {
        StringBuilder out = new StringBuilder();
        write(out, value, null);
        return out.toString();
    }

    private static void write(StringBuilder out, Object value, String line) {
        switch (value) {
            case Map<?, ?> map -> members(out, map.entrySet(), '{', '}', line);
            case Collection<?> list -> members(out, list, '[', ']', line);
            case BigDecimal money -> string(out, money.stripTrailingZeros().toPlainString());
            case Number number -> out.append(number);
            case Boolean flag -> out.append(flag);
            default -> string(out, value.toString());
        }
    }

    private static void members(StringBuilder out, Collection<?> items, char open, char close, String line) {
        out.append(open);
        String inner = line == null ? null : line + "  ";
        for (Iterator<?> it = items.iterator(); it.hasNext();) {
            if (inner != null)
                out.append(inner);
            Object item = it.next();
            if (item instanceof Map.Entry<?, ?> entry) {
                string(out, entry.getKey().toString());
                out.append(line == null ? ":" : ": ");
                item = entry.getValue();
            }
            write(out, item, inner);
            if (it.hasNext())
                out.append(line == null ? ", " : ",");
        }
        if (line != null && !items.isEmpty())
            out.append(line);
        out.append(close);
    }

    private static void string(StringBuilder out, String text) {
        out.append('"').append(text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")).append('"');
    }

    static Object read(String text) {
        return new Json(text).value();
    }

    private Object value() {
        char c = next();
        switch (c) {
            case '{' -> {
                at++;
                Map<String, Object> map = new LinkedHashMap<>();
                while (next() != '}') {
                    if (text.charAt(at) == ',')
                        at++;
                    next();
                    String key = quoted();
                    next();
                    at++;
                    map.put(key, value());
                }
                at++;
                return map;
            }
            case '[' -> {
                at++;
                List<Object> list = new ArrayList<>();
                while (next() != ']') {
                    if (text.charAt(at) == ',')
                        at++;
                    list.add(value());
                }
                at++;
                return list;
            }
            case '"' -> {
                return quoted();
            }
            default -> {
                return bare();
            }
        }
    }

    /// The next character that is not white space; it is not consumed.
    private char next() {
        while (Character.isWhitespace(text.charAt(at)))
            at++;
        return text.charAt(at);
    }

    private String quoted() {
        StringBuilder out = new StringBuilder();
        for (at++; text.charAt(at) != '"'; at++) {
            char c = text.charAt(at);
            if (c == '\\') {
                c = text.charAt(++at);
                c = c == 'n' ? '\n' : c;
            }
            out.append(c);
        }
        at++;
        return out.toString();
    }

    private Object bare() {
        int from = at;
        while (at < text.length() && ",]} \n".indexOf(text.charAt(at)) < 0)
            at++;
        String word = text.substring(from, at);
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            default -> new BigDecimal(word);
        };
    }
}

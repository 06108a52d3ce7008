package io.plimsoll.analysis.manifest;

import java.util.List;
import java.util.random.RandomGenerator;

/// Writes YAML documents as careless people do: comments, anchors, flow style, blocks in blocks, every line break, odd
/// scalars. Not all of them can be parsed.
final class RandomYaml {
    private static final List<String> PLAIN = List.of("1", "500m", "8Gi", "true", "~", "null", "no", "1_000", "0o17",
            "012", "1e3", "12:30", "2024-01-01", "a b", "x#y", "a:b", "-1", ".5", "foo", "http://x/y?z=1", "0x1F",
            "\uD83D\uDE00", "é", "$(X)", "a,b", "long " + "word ".repeat(40) + "end", "0 1 * * *", "<<x", "=", "-x");
    private static final List<String> KEYS = List.of("a", "b", "c", "name", "labels", "env", "args", "spec", "replicas",
            "\"q\"", "'s'", "spark.executor.memory", "y", "1", "x y", "\uD83D\uDE00", "data", "\"a\\tb\"", "\"\"",
            "<<");
    private static final List<String> COMMENTS = List.of(" # why", " # \"quote", " # it's", " #", "  # {a: 1}",
            "   # three", " # \uD83D\uDE80: x");
    private final RandomGenerator random;
    private final StringBuilder text = new StringBuilder();
    private int anchors;

    RandomYaml(RandomGenerator random) {
        this.random = random;
    }

    String file() {
        if (chance(5)) {
            text.append('\uFEFF');
        }
        int documents = 1 + (chance(25) ? random.nextInt(3) : 0);
        for (int i = 0; i < documents; i++) {
            anchors = 0;
            if (chance(5) && (i == 0 || text.toString().endsWith("...\n"))) {
                text.append(one(List.of("%YAML 1.1\n", "%YAML 1.2\n", "%TAG !e! tag:example.com,2000:\n")))
                        .append("---\n");
            } else if (i > 0 || chance(20)) {
                text.append("---").append(chance(10) ? " # start" : "").append('\n');
            }
            if (chance(10)) {
                text.append("# head\n\n");
            }
            block(0, 0, false);
            if (chance(10)) {
                text.append("...").append(chance(30) ? " # end" : "").append('\n');
            }
        }
        String made = text.toString();
        made = chance(15) && made.endsWith("\n") ? made.substring(0, made.length() - 1) : made;
        return switch (random.nextInt(12)) {
            case 0 -> made.replace("\n", "\r\n");
            case 1 -> made.replaceFirst("\n", "\r\n");
            case 2 -> made.replace("\n", "\r");
            default -> made;
        };
    }

    private void block(int indent, int depth, boolean started) {
        boolean list = depth > 0 && chance(25);
        int entries = 1 + random.nextInt(4);
        for (int i = 0; i < entries; i++) {
            if (!(started && i == 0)) {
                if (chance(8)) {
                    text.append(one(List.of("\n", "  \n", "# note\n", " ".repeat(indent) + "# note\n", "\t\n")));
                }
                text.append(" ".repeat(indent));
            }
            if (list) {
                text.append('-');
                if (depth < 4 && chance(50)) {
                    int gap = 1 + random.nextInt(chance(80) ? 1 : 3);
                    text.append(" ".repeat(gap));
                    block(indent + 1 + gap, depth + 2, true);
                } else {
                    value(indent, depth);
                }
            } else {
                String key = chance(90) ? one(KEYS) : one(KEYS) + i;
                text.append(chance(3) ? "? " + key + "\n" + " ".repeat(indent) : key).append(chance(5) ? " :" : ":");
                value(indent, depth);
            }
        }
    }

    private void value(int indent, int depth) {
        if (depth < 4 && chance(30)) {
            boolean anchored = chance(5);
            text.append(anchored ? " &n" + anchors : "");
            comment();
            text.append('\n');
            block(indent + 1 + random.nextInt(4), depth + 1, false);
            anchors += anchored ? 1 : 0;
        } else if (chance(12) && depth < 4) {
            literal(indent, depth);
        } else {
            text.append(chance(90) ? " " : "  ");
            if (chance(4) && anchors > 0) {
                text.append("*n").append(random.nextInt(anchors));
            } else {
                properties();
                if (text.charAt(text.length() - 1) != ' ' && text.charAt(text.length() - 1) != '\t') {
                    text.append(' ');
                }
                text.append(chance(25) ? flow(depth) : scalar(false));
            }
            comment();
            text.append(chance(5) ? "  " : "").append('\n');
        }
    }

    private void properties() {
        if (chance(5)) {
            text.append(" &n").append(anchors++);
        }
        if (chance(2)) {
            text.append(" !!str");
        }
    }

    private void literal(int indent, int depth) {
        RandomYaml inner = new RandomYaml(random);
        inner.block(0, depth + 1, false);
        int deeper = 1 + random.nextInt(4);
        boolean indicator = chance(20);
        text.append(chance(90) ? " |" : " >").append(indicator ? Integer.toString(deeper) : "")
                .append(one(List.of("", "", "-", "+"))).append(chance(10) ? " # block" : "").append('\n');
        inner.text.toString().lines().forEach(line -> text
                .append(line.isEmpty() && chance(50) ? "" : " ".repeat(indent + deeper) + line).append('\n'));
        if (chance(20)) {
            text.append("\n".repeat(random.nextInt(3)));
        }
    }

    private String flow(int depth) {
        StringBuilder made = new StringBuilder();
        boolean list = chance(40);
        int entries = random.nextInt(4);
        String gap = chance(10) ? "\n" + " ".repeat(14) : chance(10) ? " # in flow\n" + " ".repeat(14) : "";
        made.append(list ? "[" : "{");
        for (int i = 0; i < entries; i++) {
            made.append(i == 0 ? gap : "," + (chance(80) ? " " : "") + gap);
            String inside = depth < 5 && chance(25) ? flow(depth + 1) : scalar(true);
            made.append(list ? inside : one(KEYS) + (chance(95) ? ": " : ":") + inside);
        }
        return made.append(chance(10) && entries > 0 ? "," : "").append(gap).append(list ? "]" : "}").toString();
    }

    private String scalar(boolean flow) {
        return switch (random.nextInt(12)) {
            case 0, 1 -> '"' + one(List.of("3", "8Gi", "a\\nb", "\\u00e9", "x # y", "a: b", "", "q\\\"")) + '"';
            case 2 -> '\'' + one(List.of("3", "it''s", "", "x # y", "\"", "a: b")) + '\'';
            case 3 -> "";
            case 4 -> chance(70) || flow ? "7" : "\"two\n" + " ".repeat(20) + "lines\"";
            case 5 -> chance(70) || flow ? "8" : "two\n" + " ".repeat(20) + "lines";
            default -> one(PLAIN);
        };
    }

    private void comment() {
        if (chance(15)) {
            text.append(one(COMMENTS));
        }
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}

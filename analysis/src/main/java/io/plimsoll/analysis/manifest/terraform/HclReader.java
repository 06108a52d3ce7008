package io.plimsoll.analysis.manifest.terraform;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.plimsoll.analysis.manifest.Refusal;
import io.plimsoll.analysis.manifest.yaml.ManifestText;
import io.plimsoll.analysis.task.StepFailure;

/// Reads attributes, blocks and literals by the grammar of the HCL native syntax specification; everything else becomes an
/// `Expression` of which only the end is found.
final class HclReader {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_-]*");
    private static final int DEEPEST = 100;

    private final HclScanner scanner;
    private int depth;

    private HclReader(ManifestText text) {
        this.scanner = new HclScanner(text);
    }

    /// @throws StepFailure PARSE
    static Hcl.Fields read(ManifestText text) {
        HclReader reader = new HclReader(text);
        Hcl.Fields body = reader.body(text.text().startsWith("\uFEFF") ? 1 : 0);
        if (!reader.scanner.ended()) {
            throw reader.scanner.wrong("a } too many");
        }
        return body;
    }

    private Hcl.Fields body(int start) {
        deeper();
        scanner.moveTo(start);
        List<Hcl.Field> fields = new ArrayList<>();
        for (scanner.skipBlank(true); !scanner.ended() && !scanner.at('}'); scanner.skipBlank(true)) {
            String name = name();
            scanner.skipBlank(false);
            if (scanner.at('=')) {
                scanner.step();
                fields.add(new Hcl.Field(name, value(false)));
                scanner.skipBlank(false);
                if (!scanner.ended() && !scanner.atBreak() && !scanner.at('}')) {
                    throw scanner.wrong("one attribute a line");
                }
            } else {
                block(fields, name);
            }
        }
        depth--;
        return new Hcl.Fields(start, scanner.offset(), fields);
    }

    private String name() {
        if (scanner.at('"')) {
            return scanner.string().value();
        }
        Matcher name = scanner.matcher(NAME);
        if (!name.lookingAt()) {
            throw scanner.wrong("a name is missing");
        }
        scanner.moveTo(name.end());
        return name.group();
    }

    /// `resource "type" "name" { ... }` reads as objects in objects; blocks of one name as a list.
    private void block(List<Hcl.Field> fields, String type) {
        List<String> path = new ArrayList<>(List.of(type));
        while (!scanner.at('{')) {
            path.add(name());
            scanner.skipBlank(false);
        }
        int start = scanner.offset();
        Hcl body = body(start + 1);
        if (!scanner.at('}')) {
            throw scanner.wrong("a } is missing");
        }
        scanner.step();
        put(fields, path, new Hcl.Fields(start, scanner.offset(), ((Hcl.Fields) body).fields()));
    }

    private static void put(List<Hcl.Field> fields, List<String> path, Hcl.Fields body) {
        int known = -1;
        for (int i = 0; i < fields.size(); i++) {
            known = fields.get(i).name().equals(path.getFirst()) ? i : known;
        }
        if (path.size() > 1) {
            List<Hcl.Field> below = new ArrayList<>(
                    known >= 0 && fields.get(known).value() instanceof Hcl.Fields labelled
                            ? labelled.fields()
                            : List.of());
            put(below, path.subList(1, path.size()), body);
            Hcl.Field grown = new Hcl.Field(path.getFirst(), new Hcl.Fields(body.start(), body.end(), below));
            if (known >= 0) {
                fields.set(known, grown);
            } else {
                fields.add(grown);
            }
        } else if (known < 0) {
            fields.add(new Hcl.Field(path.getFirst(), body));
        } else {
            Hcl before = fields.get(known).value();
            List<Hcl> all = new ArrayList<>(before instanceof Hcl.Items items ? items.items() : List.of(before));
            all.add(body);
            fields.set(known, new Hcl.Field(path.getFirst(), new Hcl.Items(before.start(), body.end(), all)));
        }
    }

    /// @param inside whether brackets surround it, so that it may stand on a line of its own
    private Hcl value(boolean inside) {
        scanner.skipBlank(inside);
        int start = scanner.offset();
        Hcl read = literal(start);
        if (!(read instanceof Hcl.Expression) && scanner.expressionEnds()) {
            return read;
        }
        if (read instanceof Hcl.Expression heredoc && heredoc.refusal() == Refusal.BLOCK_SCALAR) {
            return heredoc;
        }
        scanner.moveTo(start);
        scanner.skipExpression();
        return new Hcl.Expression(start, scanner.offset(), Refusal.TEMPLATE, scanner.since(start).strip());
    }

    private Hcl literal(int start) {
        if (scanner.at('"')) {
            HclScanner.Text string = scanner.string();
            return string.filled()
                    ? new Hcl.Expression(start, scanner.offset(), Refusal.TEMPLATE, scanner.since(start))
                    : new Hcl.Literal(start, scanner.offset(), Hcl.Kind.STRING, string.value());
        }
        if (scanner.skipHeredoc()) {
            return new Hcl.Expression(start, scanner.offset(), Refusal.BLOCK_SCALAR, scanner.since(start));
        }
        if (scanner.at('[')) {
            return scanner.startsLoop() ? expression(start) : items(start);
        }
        if (scanner.at('{')) {
            return scanner.startsLoop() ? expression(start) : object(start);
        }
        Matcher number = scanner.matcher(NUMBER);
        if (number.lookingAt()) {
            scanner.moveTo(number.end());
            return new Hcl.Literal(start, number.end(), Hcl.Kind.NUMBER, number.group());
        }
        Matcher word = scanner.matcher(NAME);
        if (word.lookingAt() && word.group().matches("true|false|null")) {
            scanner.moveTo(word.end());
            return new Hcl.Literal(start, word.end(), word.group().equals("null") ? Hcl.Kind.NULL : Hcl.Kind.TRUTH,
                    word.group());
        }
        return expression(start);
    }

    private static Hcl.Expression expression(int start) {
        return new Hcl.Expression(start, start, Refusal.TEMPLATE, "");
    }

    private Hcl items(int start) {
        deeper();
        scanner.step();
        List<Hcl> items = new ArrayList<>();
        for (scanner.skipBlank(true); !scanner.at(']'); scanner.skipBlank(true)) {
            items.add(value(true));
            scanner.skipBlank(true);
            if (scanner.at(',')) {
                scanner.step();
            } else if (!scanner.at(']')) {
                throw scanner.wrong("a , or ] is missing");
            }
        }
        scanner.step();
        depth--;
        return new Hcl.Items(start, scanner.offset(), items);
    }

    private Hcl object(int start) {
        deeper();
        scanner.step();
        List<Hcl.Field> fields = new ArrayList<>();
        for (scanner.skipBlank(true); !scanner.at('}'); scanner.skipBlank(true)) {
            String name = scanner.at('(') ? computed() : name();
            scanner.skipBlank(false);
            if (!scanner.at('=') && !scanner.at(':')) {
                throw scanner.wrong("a = or : is missing");
            }
            scanner.step();
            fields.add(new Hcl.Field(name, value(true)));
            scanner.skipBlank(false);
            if (scanner.at(',')) {
                scanner.step();
            } else if (!scanner.atBreak() && !scanner.at('}')) {
                throw scanner.wrong("a , or a new line is missing");
            }
        }
        scanner.step();
        depth--;
        return new Hcl.Fields(start, scanner.offset(), fields);
    }

    private String computed() {
        int start = scanner.offset();
        scanner.skipBracketed();
        return scanner.since(start);
    }

    private void deeper() {
        if (++depth > DEEPEST) {
            throw scanner.wrong("nested too deeply");
        }
    }
}

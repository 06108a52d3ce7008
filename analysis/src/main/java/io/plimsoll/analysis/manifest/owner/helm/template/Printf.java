package io.plimsoll.analysis.manifest.owner.helm.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.plimsoll.analysis.manifest.owner.helm.value.HelmValue;
import io.plimsoll.analysis.manifest.owner.helm.value.Piece;
import io.plimsoll.analysis.manifest.owner.helm.value.Pieces;
import io.plimsoll.analysis.manifest.owner.helm.value.YamlText;

/// `printf` with the verbs that charts use; each argument stays a part with its own source.
final class Printf {
    private static final Pattern VERB = Pattern.compile("%(%|[-+0-9.]*[sdvqt])");

    private Printf() {
    }

    static HelmValue of(String format, List<HelmValue> arguments) {
        List<Piece> pieces = new ArrayList<>();
        Matcher verb = VERB.matcher(format);
        int end = 0;
        int next = 0;
        while (verb.find()) {
            words(format.substring(end, verb.start()), pieces);
            end = verb.end();
            if (verb.group().equals("%%")) {
                words("%", pieces);
                continue;
            }
            HelmValue argument = next < arguments.size() ? arguments.get(next) : HelmValue.text("");
            next++;
            if (argument instanceof HelmValue.Unknown) {
                return argument;
            }
            boolean quoted = verb.group().endsWith("q");
            pieces.addAll(Pieces.of(quoted ? Pieces.map(argument, YamlText::quoted) : argument));
        }
        words(format.substring(end), pieces);
        return pieces.size() == 1 && arguments.size() == 1 && arguments.getFirst() instanceof HelmValue.Scalar scalar
                && pieces.getFirst().text().equals(scalar.text())
                        ? scalar.as(scalar.text(), HelmValue.Type.STRING)
                        : new HelmValue.Text(pieces);
    }

    private static void words(String words, List<Piece> pieces) {
        if (!words.isEmpty()) {
            pieces.add(Pieces.made(words, null));
        }
    }
}

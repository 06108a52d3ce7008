package io.plimsoll.analysis.change.propose;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.UnitGrammar;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.unit.Bytes;
import io.plimsoll.analysis.unit.Cpu;
import io.plimsoll.analysis.workload.LiveKnobs;

/// What to ask the editor for at a knob: never less than wanted, and only what the place can hold.
///
/// Nobody knows what a chart makes of a value that is no container resource: `cpu` may end up in a field that takes whole cores, and
/// `memory` in a template that cuts off `Gi`. There the author's own unit is kept and the value rounded up in it.
final class SizeText {
    private static final Pattern FORM = Pattern.compile("([0-9]*\\.?[0-9]+)\\s*([A-Za-z]*)");
    private static final Set<String> FREE = Set.of(Field.CPU, Field.CORES, Field.MEMORY);

    private SizeText() {
    }

    /// @param cores above 0; a whole number of millicores is taken
    static String cpu(Knob knob, double cores) {
        Cpu wanted = Cpu.ofMillis(Math.round(Size.roundCpu(cores, 1) * 1000));
        if (knob.unit() == UnitGrammar.INTEGER) {
            return wanted.cores().setScale(0, RoundingMode.CEILING).toPlainString();
        }
        return isFree(knob) ? new Cpu(inAuthorsUnit(knob, wanted.cores())).toString() : wanted.toString();
    }

    /// @param bytes above 0; a whole number of MiB is taken
    static String memory(Knob knob, double bytes) {
        long wanted = Size.roundMemory(bytes);
        return new Bytes(isFree(knob) ? inAuthorsUnit(knob, BigDecimal.valueOf(wanted)).longValueExact() : wanted)
                .toString();
    }

    private static boolean isFree(Knob knob) {
        return LiveKnobs.isChartValue(knob) && FREE.contains(knob.field()) && knob.unit().reads(knob.value());
    }

    private static BigDecimal inAuthorsUnit(Knob knob, BigDecimal wanted) {
        Matcher author = FORM.matcher(knob.value().strip());
        if (!author.matches()) {
            return wanted;
        }
        int digits = Math.max(0, new BigDecimal(author.group(1)).scale());
        BigDecimal step = knob.unit().amount("1" + author.group(2)).movePointLeft(digits);
        return wanted.divide(step, 0, RoundingMode.CEILING).multiply(step);
    }
}

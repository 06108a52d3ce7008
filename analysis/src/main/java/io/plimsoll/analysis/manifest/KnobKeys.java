package io.plimsoll.analysis.manifest;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Whether a YAML or JSON file has any key that could make a knob, told without parsing it: most files of a clone have none. Belongs to
/// one thread; keep it for one scan, since the same few hundred keys come again and again.
public final class KnobKeys {
    private static final Pattern WORD = Pattern
            .compile("replica|cpu|mem|gpu|storage|size|class|schedule|suspend|instance|core"
                    + "|parallelism|partition|tasksmax|executor|requests|limit|volume|disk|machine|vmsize|flavor|days|^age$|retention"
                    + "|replication|insync|-xm[sx]|slots|deadline|ttl|timetolive|backoff|completions|allocation|factor|provisioner"
                    + "|iops|throughput|reclaim|expansion|binding|polling|cooldown|trigger|stabilization|polic|updatemode|mode$"
                    + "|controlled|allowed|available|^hard$|^default|^min|^max|team|owner|cost|^env|project|product|business"
                    + "|department|tenant|budget|^op$|literals|parameters|requirements|weight|disruption|consolid|expire|hosts|idle"
                    + "|upscaling|^status$|tier|transition|desired|^target$|^metrics$|substitute|elements|spark\\.|^type$"
                    + "|noncurrentversions|strategy|modification|deletemarker|environment");
    private static final int LONGEST = 120;

    private final Map<String, Boolean> known = new HashMap<>();

    /// False only if there is none for sure.
    public boolean anyIn(byte[] content) {
        for (int at = 0; at < content.length; at++) {
            byte here = content[at];
            boolean explicit = here == '?' && at + 1 < content.length && content[at + 1] == ' ';
            if (explicit || here == ':' && key(content, at)) {
                return true;
            }
        }
        return false;
    }

    /// The word before a colon, up to the blank, bracket, comma or quote before it.
    private boolean key(byte[] content, int colon) {
        int end = colon;
        while (end > 0 && (content[end - 1] == ' ' || content[end - 1] == '\t' || content[end - 1] == '"'
                || content[end - 1] == '\'' || content[end - 1] == '\\')) {
            end--;
        }
        int start = end;
        while (start > 0 && end - start < LONGEST && partOfKey(content[start - 1])) {
            start--;
        }
        return known.computeIfAbsent(new String(content, start, end - start, StandardCharsets.ISO_8859_1),
                word -> WORD.matcher(word.toLowerCase(Locale.ROOT)).find());
    }

    private static boolean partOfKey(byte here) {
        return here < 0 || here > ' ' && "{}[],\"':#".indexOf(here) < 0;
    }
}

package io.plimsoll.analysis.repository;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The trailer block of a commit message, by the rules of `git interpret-trailers`: the last paragraph, if it is not the first
/// and holds nothing but `key: value` lines and their indented continuations, or if a quarter of its lines are trailers and
/// one of them is `Signed-off-by` or a cherry-pick note.
///
/// @param text     the message up to the block
/// @param trailers in their order, continuations joined by a space
public record Trailers(String text, List<Trailer> trailers) {
    private static final Pattern LINE = Pattern.compile("([A-Za-z0-9-]+)[ \\t]*:[ \\t]*(.*)");
    private static final String CHERRY_PICK = "(cherry picked from commit ";

    public static Trailers of(String message) {
        String text = message.replace("\r\n", "\n").stripTrailing();
        int start = text.lastIndexOf("\n\n");
        if (start < 0) {
            return new Trailers(text, List.of());
        }
        List<Trailer> found = new ArrayList<>();
        int other = 0;
        boolean generated = false;
        for (String line : text.substring(start + 2).split("\n")) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                found.add(new Trailer(matcher.group(1), matcher.group(2).strip()));
                generated |= matcher.group(1).equals("Signed-off-by");
            } else if (!found.isEmpty() && !line.isBlank() && Character.isWhitespace(line.charAt(0))) {
                Trailer last = found.removeLast();
                found.add(new Trailer(last.key(), last.value() + " " + line.strip()));
            } else if (line.startsWith(CHERRY_PICK)) {
                generated = true;
            } else {
                other++;
            }
        }
        boolean block = !found.isEmpty() && (other == 0 || generated && found.size() * 3 >= other);
        return block
                ? new Trailers(text.substring(0, start).stripTrailing(), List.copyOf(found))
                : new Trailers(text, List.of());
    }
}

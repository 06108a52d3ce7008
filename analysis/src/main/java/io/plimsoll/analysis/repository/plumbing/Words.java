package io.plimsoll.analysis.repository.plumbing;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.diff.SequenceComparator;

import io.plimsoll.analysis.repository.DiffRow.Span;

/// A line as a sequence of words: runs of letters and digits, all else one by one.
public final class Words extends Sequence {
    private final String text;
    private final List<Span> words = new ArrayList<>();

    private Words(String text) {
        this.text = text;
        int start = 0;
        for (int i = 1; i <= text.length(); i++) {
            boolean within = i < text.length() && Character.isLetterOrDigit(text.charAt(i))
                    && Character.isLetterOrDigit(text.charAt(i - 1));
            if (!within) {
                words.add(new Span(start, i));
                start = i;
            }
        }
    }

    /// The stretches of two lines that differ.
    public record Marks(List<Span> before, List<Span> after) {}

    public static Marks compare(String before, String after) {
        Words a = new Words(before);
        Words b = new Words(after);
        List<Span> oldMarks = new ArrayList<>();
        List<Span> newMarks = new ArrayList<>();
        for (Edit edit : new HistogramDiff().diff(new SameWord(), a, b)) {
            a.mark(edit.getBeginA(), edit.getEndA(), oldMarks);
            b.mark(edit.getBeginB(), edit.getEndB(), newMarks);
        }
        return new Marks(List.copyOf(oldMarks), List.copyOf(newMarks));
    }

    private void mark(int from, int to, List<Span> marks) {
        if (to > from) {
            marks.add(new Span(words.get(from).start(), words.get(to - 1).end()));
        }
    }

    @Override
    public int size() {
        return words.size();
    }

    private String word(int index) {
        return text.substring(words.get(index).start(), words.get(index).end());
    }

    private static final class SameWord extends SequenceComparator<Words> {
        @Override
        public boolean equals(Words a, int ai, Words b, int bi) {
            return a.word(ai).equals(b.word(bi));
        }

        @Override
        public int hash(Words sequence, int index) {
            return sequence.word(index).hashCode();
        }
    }
}

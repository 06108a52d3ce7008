package io.plimsoll.analysis.workload.match;

/// A text that a pattern may look at only so often, so that no pattern of a user can run for ever. One match each, one thread.
final class BoundedText implements CharSequence {
    private static final int MOST_LOOKS = 20_000;

    private final String text;
    private int looks;

    BoundedText(String text) {
        this.text = text;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (++looks > MOST_LOOKS) {
            throw new TooSlow();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }

    /// A pattern went back and forth too often.
    static final class TooSlow extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooSlow() {
            super("too many steps", null, false, false);
        }
    }
}

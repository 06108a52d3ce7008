package io.plimsoll.analysis.repository;

/// Who wrote a commit. Characters that Git can't keep (`<`, `>`, line breaks) are dropped when it is written.
public record Person(String name, String email) {
    /// `Name <email>`, as in a `Signed-off-by` trailer.
    @Override
    public String toString() {
        return name + " <" + email + ">";
    }
}

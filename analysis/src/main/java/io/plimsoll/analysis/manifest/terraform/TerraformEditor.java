package io.plimsoll.analysis.manifest.terraform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.AppliedEdit;
import io.plimsoll.analysis.manifest.Edit;
import io.plimsoll.analysis.manifest.EditedManifest;
import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.Refusal;
import io.plimsoll.analysis.manifest.yaml.ManifestText;
import io.plimsoll.analysis.task.StepFailure;

/// Changes literals of `.tfvars` and `.tf` by splicing text; attributes are not added. The result is read again: every other value and
/// every byte around the literals must be what it was. Pure, safe from any thread.
public final class TerraformEditor {
    private TerraformEditor() {
    }

    /// Whether a file is Terraform's by its name.
    public static boolean takes(String file) {
        return file.endsWith(".tfvars") || file.endsWith(".tf");
    }

    private record Change(Edit edit, Hcl.Literal literal, String written) {}

    /// As `ManifestEditor.apply`.
    public static EditedManifest apply(String file, byte[] content, List<Edit> edits) {
        TerraformFile before = TerraformFile.read(file, content);
        List<Change> changes = edits.stream().map(edit -> change(before, edit)).toList();
        StringBuilder text = new StringBuilder(before.text().text());
        changes.stream().sorted(Comparator.comparingInt((Change each) -> each.literal.start()).reversed())
                .forEach(each -> text.replace(each.literal.start(), each.literal.end(), each.written));
        for (Change one : changes) {
            if (changes.stream().filter(other -> other.literal.start() == one.literal.start()).count() > 1) {
                throw StepFailure.wrongUsage("SAME_PLACE",
                        before.place(one.literal) + ": two edits go to the same place.", "Leave one of them out.");
            }
        }
        byte[] edited = new ManifestText(file, text.toString()).encode();
        TerraformFile after = proven(before, changes, edited);
        return new EditedManifest(edited, changes.stream().map(each -> applied(after, each)).toList());
    }

    /// As `ManifestEditor.value`.
    public static String value(String file, byte[] content, int document, ManifestPath path) {
        return literal(TerraformFile.read(file, content), document, path).value();
    }

    private static Change change(TerraformFile file, Edit edit) {
        Hcl.Literal literal = literal(file, edit.document(), edit.path());
        if (edit.oldValue() != null && !edit.oldValue().equals(literal.value())) {
            throw Refusal.STALE_OLD_VALUE.because(file.place(literal) + ": " + edit.path() + " is " + literal.value()
                    + " now, not " + edit.oldValue() + ".");
        }
        return new Change(edit, literal, written(file, literal, edit.newValue()));
    }

    private static Hcl.Literal literal(TerraformFile file, int document, ManifestPath path) {
        if (file.at(document, path) instanceof Hcl.Literal literal) {
            return literal;
        }
        throw Refusal.NO_SUCH_PATH.because(file.text().file() + ": " + path + " is an object or list, not one value.");
    }

    /// A string stays a string, a number a number, a truth a truth.
    private static String written(TerraformFile file, Hcl.Literal old, String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.MULTILINE.because(
                    file.place(old) + ": the new value has a line break or control character in it.");
        }
        boolean number = value.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
        boolean truth = value.equals("true") || value.equals("false");
        boolean fits = switch (old.kind()) {
            case NUMBER -> number;
            case TRUTH -> truth;
            case STRING -> false;
            case NULL -> number || truth;
        };
        if (fits) {
            return value;
        }
        if (old.kind() == Hcl.Kind.NUMBER || old.kind() == Hcl.Kind.TRUTH) {
            throw StepFailure.wrongUsage("UNIT", file.place(old) + ": " + old.value() + " can't become " + value + ".",
                    old.kind() == Hcl.Kind.NUMBER ? "Write a number." : "Write true or false.");
        }
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("${", "$${").replace("%{", "%%{") + '"';
    }

    private static TerraformFile proven(TerraformFile before, List<Change> changes, byte[] edited) {
        try {
            TerraformFile after = TerraformFile.read(before.text().file(), edited);
            if (HclProof.holds(before.body(), after.body(), changes.stream().map(Change::literal).toList(),
                    changes.stream().map(each -> each.edit.newValue()).toList())
                    && HclProof.untouchedOutside(before.text().text(), after.text().text(),
                            changes.stream().map(Change::literal).toList(),
                            changes.stream().map(Change::written).toList())) {
                return after;
            }
        } catch (StepFailure e) {
            throw Refusal.PROOF_FAILED.because("The edited " + before.text().file() + " could not be read back ("
                    + e.code() + ": " + e.message() + ")");
        }
        throw Refusal.PROOF_FAILED
                .because("The edited " + before.text().file() + " would differ in more than was asked.");
    }

    private static AppliedEdit applied(TerraformFile after, Change change) {
        Hcl.Literal now = literal(after, 0, change.edit.path());
        return new AppliedEdit(change.edit, change.literal.value(), now.value(), after.text().line(now.start()), null,
                comment(after.text(), now.end()));
    }

    /// What stands behind the value on its line; null if that is no comment.
    static @Nullable String comment(ManifestText text, int end) {
        String rest = text.text().substring(end, text.lineEnd(end)).replaceFirst("^[\\s,\\]})]*", "");
        String comment = rest.startsWith("#") ? rest.substring(1) : rest.startsWith("//") ? rest.substring(2) : "";
        return comment.isBlank() ? null : comment.strip();
    }

    /// Line and comment of a place.
    public static List<String> beside(String file, byte[] content, int document, ManifestPath path) {
        TerraformFile read = TerraformFile.read(file, content);
        Hcl value = read.at(document, path);
        String comment = comment(read.text(), value.end());
        List<String> found = new ArrayList<>(List.of(Integer.toString(read.text().line(value.start()))));
        found.add(comment == null ? "" : comment);
        return found;
    }
}

package io.plimsoll.analysis.manifest.edit;

import java.util.ArrayList;
import java.util.List;

import org.snakeyaml.engine.v2.common.ScalarStyle;

import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.Refusal;
import io.plimsoll.analysis.manifest.yaml.ManifestText;
import io.plimsoll.analysis.manifest.yaml.Templates;
import io.plimsoll.analysis.manifest.yaml.YamlNode;
import io.plimsoll.analysis.manifest.yaml.YamlTree;
import io.plimsoll.analysis.task.StepFailure;

/// Changes that are spliced into a file together and proven together.
public final class EditStep {
    private final Layer file;
    private final List<Splice> splices = new ArrayList<>();
    private final Proof proof = new Proof();

    /// @param file the layer that the targets were found in
    /// @throws StepFailure SOPS
    public EditStep(Layer file) {
        this.file = file;
        check(file);
    }

    /// @throws StepFailure SOPS when the whole file must be left alone
    public static void check(Layer file) {
        Sops.check(file);
    }

    /// The scalar that an edit of this target would replace.
    ///
    /// @throws StepFailure a `Refusal`
    public static YamlNode.Scalar replaceable(Target target) {
        Sops.checkValue(target);
        if (!(target.node() instanceof YamlNode.Scalar scalar)) {
            throw Refusal.NO_SUCH_PATH.because(target.shown() + ": here is a mapping or list, not a single value.");
        }
        if (Templates.inValue(scalar.value()) && !scalar.literal()) {
            throw Refusal.TEMPLATE.because(target.shown() + ": the value is filled in by a template.");
        }
        ManifestText text = target.layer().text();
        if (scalar.style() == ScalarStyle.FOLDED) {
            throw Refusal.FOLDED.because(target.shown() + ": the value is a folded block.");
        }
        if (scalar.literal()) {
            throw Refusal.BLOCK_SCALAR.because(target.shown() + ": the value is a block of text.");
        }
        if (!text.sameLine(Tokens.start(text, scalar), scalar.end())) {
            throw Refusal.MULTILINE.because(target.shown() + ": the value goes over several lines.");
        }
        return scalar;
    }

    public void set(Target target, String value) {
        YamlNode.Scalar old = replaceable(target);
        ScalarWriter.check(value, target.shown());
        ScalarStyle style = ScalarWriter.styleFor(old, value, target);
        unlessTwice(proof.expectValue(old, value, style), target);
        add(target, List.of(ScalarWriter.replacement(target.layer().text(), old, value, style)));
    }

    public void insert(Target target, String value) {
        ScalarWriter.check(value, target.shown());
        unlessTwice(proof.expectAdded(target.node(), target.missing(), value), target);
        add(target, new Insertion(target, value).splices());
    }

    public void remove(Target target, ManifestPath path, String value) {
        Withdrawal withdrawal = Withdrawal.of(target, path, value);
        unlessTwice(proof.expectRemoved(withdrawal.mapping(), withdrawal.entry()), target);
        add(target, withdrawal.splices());
    }

    private static void unlessTwice(boolean first, Target target) {
        if (!first) {
            throw StepFailure.wrongUsage("SAME_PLACE", target.shown() + ": two edits go to the same place.",
                    "Leave one of them out.");
        }
    }

    private void add(Target target, List<Splice> planned) {
        target.layer().inFile(planned).forEach(splice -> splices.add(new Splice(splice.start(), splice.end(),
                splice.text().replace("\n", file.text().lineBreak(splice.start())))));
    }

    /// @return the file's bytes after all changes
    /// @throws StepFailure PROOF_FAILED
    public byte[] done() {
        return proven(new ManifestText(file.text().file(), Splice.applied(file.text().text(), splices)).encode());
    }

    Layer file() {
        return file;
    }

    /// Other splices for what was announced already.
    void replanned(List<Splice> planned) {
        splices.clear();
        splices.addAll(planned);
    }

    /// The proof alone, whoever made the bytes.
    ///
    /// @throws StepFailure PROOF_FAILED
    byte[] proven(byte[] content) {
        try {
            ManifestText after = ManifestText.decode(file.text().file(), content);
            if (Proof.untouchedOutside(file.tree(), after, splices)
                    && proof.holds(file, Layer.of(YamlTree.parse(after)))) {
                return content;
            }
        } catch (StepFailure e) {
            throw Refusal.PROOF_FAILED.because("The edited " + file.text().file() + " could not be read back ("
                    + e.code() + ": " + e.message() + ")");
        }
        throw Refusal.PROOF_FAILED
                .because("The edited " + file.text().file() + " would differ in more than was asked.");
    }
}

package io.plimsoll.analysis.manifest.terraform;

import java.util.List;

import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.Refusal;
import io.plimsoll.analysis.manifest.yaml.ManifestText;
import io.plimsoll.analysis.task.StepFailure;

/// One `.tfvars` or `.tf`, read.
///
/// @param text as it stands
/// @param body all attributes and blocks
record TerraformFile(ManifestText text, Hcl.Fields body) {
    /// @throws StepFailure TOO_LARGE, LFS, NOT_UTF8 or PARSE
    static TerraformFile read(String file, byte[] content) {
        ManifestText text = ManifestText.decode(file, content);
        return new TerraformFile(text, HclReader.read(text));
    }

    /// @throws StepFailure NO_SUCH_PATH, DUP_KEY, or the refusal of an expression that stands on the way
    Hcl at(int document, ManifestPath path) {
        if (document != 0) {
            throw Refusal.NO_SUCH_PATH.because(text.file() + " is one document, with number 0.");
        }
        Hcl here = body;
        for (ManifestPath.Step step : path.steps()) {
            here = below(here, step, path);
            if (here instanceof Hcl.Expression expression) {
                throw refusal(expression, path);
            }
        }
        return here;
    }

    private Hcl below(Hcl here, ManifestPath.Step step, ManifestPath path) {
        if (here instanceof Hcl.Fields fields && step instanceof ManifestPath.Key(String name)) {
            List<Hcl.Field> found = fields.named(name);
            if (found.size() > 1) {
                throw Refusal.DUP_KEY.because(place(found.getLast().value()) + ": " + name + " of " + path
                        + " is written " + found.size() + " times.");
            }
            if (found.size() == 1) {
                return found.getFirst().value();
            }
        } else if (here instanceof Hcl.Items items && step instanceof ManifestPath.Index(int position)
                && position < items.items().size()) {
            return items.items().get(position);
        } else if (here instanceof Hcl.Items items && step instanceof ManifestPath.Match(String key, String value)) {
            List<Hcl> found = items.items().stream().filter(item -> item instanceof Hcl.Fields fields
                    && fields.get(key) instanceof Hcl.Literal literal && literal.value().equals(value)).toList();
            if (found.size() == 1) {
                return found.getFirst();
            }
        }
        throw Refusal.NO_SUCH_PATH.because(place(here) + ": nothing at " + path + ".");
    }

    StepFailure refusal(Hcl.Expression expression, ManifestPath path) {
        String why = expression.refusal() == Refusal.BLOCK_SCALAR
                ? " is a heredoc."
                : " is worked out by an expression, or filled in.";
        return expression.refusal().because(place(expression) + ": " + path + why);
    }

    String place(Hcl value) {
        return text.file() + ":" + text.line(value.start());
    }
}

package io.plimsoll.analysis.manifest.owner.flux;

import java.util.Optional;

import io.plimsoll.analysis.manifest.owner.deploy.Clone;
import io.plimsoll.analysis.manifest.owner.tree.ClonePaths;
import io.plimsoll.analysis.manifest.owner.tree.Value;
import io.plimsoll.analysis.task.StepFailure;

/// Where the files of an ArtifactGenerator's artifact come from.
final class Artifacts {
    private Artifacts() {
    }

    /// @param folder in the artifact
    /// @return the folder of this clone that it is a copy of; empty if no generator in the clone copies it as a whole
    static Optional<String> source(Clone clone, Value user, String folder) {
        String name = user.text("spec", "sourceRef", "name");
        String place = user.at("metadata", "name") instanceof Value.Leaf leaf && leaf.origin() != null
                ? ClonePaths.folder(leaf.origin().file())
                : ".";
        Optional<String> near = search(clone, place, name, folder);
        return near.isPresent() ? near : search(clone, ".", name, folder);
    }

    private static Optional<String> search(Clone clone, String place, String name, String folder) {
        for (String file : clone.below(place)) {
            for (Value.Fields generator : clone.objects(file)) {
                if (!generator.text("kind").equals("ArtifactGenerator")) {
                    continue;
                }
                for (Value artifact : generator.items("spec", "artifacts")) {
                    Optional<String> found = artifact.text("name").equals(name)
                            ? copied(artifact, folder)
                            : Optional.empty();
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> copied(Value artifact, String folder) {
        for (Value copy : artifact.items("copy")) {
            String from = copy.text("from").replaceFirst("^@[^/]+/", "");
            String to = copy.text("to").replaceFirst("^@artifact/", "");
            if (from.endsWith("/**")) {
                try {
                    String target = ClonePaths.resolve(".", to.isEmpty() ? "." : to);
                    String source = ClonePaths.resolve(".", from.substring(0, from.length() - 3));
                    if (target.equals(folder)) {
                        return Optional.of(source);
                    }
                    if (target.equals(".") || folder.startsWith(target + "/")) {
                        return Optional.of(ClonePaths.resolve(source,
                                target.equals(".") ? folder : folder.substring(target.length() + 1)));
                    }
                } catch (StepFailure outside) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}

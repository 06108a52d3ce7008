package io.plimsoll.analysis.repository.plumbing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;

import io.plimsoll.analysis.repository.Branch;

/// Reads where branches point.
public final class Branches {
    private Branches() {
    }

    /// Local ones, then remote-tracking ones, by name; symbolic ones are left out.
    public static List<Branch> of(Repository repository) throws IOException {
        List<Branch> branches = new ArrayList<>();
        for (String prefix : List.of(Constants.R_HEADS, Constants.R_REMOTES)) {
            for (Ref ref : repository.getRefDatabase().getRefsByPrefix(prefix)) {
                if (!ref.isSymbolic() && ref.getObjectId() != null) {
                    branches.add(new Branch(ref.getName().substring(prefix.length()), ref.getObjectId().name(),
                            prefix.equals(Constants.R_REMOTES)));
                }
            }
        }
        return List.copyOf(branches);
    }

    /// The commit that a local branch points to; empty if there is none of that name.
    public static Optional<String> tip(Repository repository, String branch) throws IOException {
        Ref ref = BranchRules.isName(branch) ? repository.exactRef(Constants.R_HEADS + branch) : null;
        ObjectId id = ref == null ? null : ref.getObjectId();
        return id == null ? Optional.empty() : Optional.of(id.name());
    }
}

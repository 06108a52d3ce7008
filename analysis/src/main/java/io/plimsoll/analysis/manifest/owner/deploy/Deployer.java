package io.plimsoll.analysis.manifest.owner.deploy;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.owner.tree.Value;

/// A kind of object that makes a controller deploy others.
public interface Deployer {
    boolean takes(Value object);

    /// What it brings. Never fails: what can't be told is among `Deployment.rendered().unresolved()`.
    ///
    /// @param beside what was deployed together with it, for references to objects
    Deployment deploy(Value object, Beside beside);

    /// Other objects that reach the same cluster.
    interface Beside {
        /// @return null if there is none
        @Nullable
        Value object(String kind, String namespace, String name);
    }
}

package io.plimsoll.analysis.manifest.owner.flux;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.owner.deploy.Clone;
import io.plimsoll.analysis.manifest.owner.deploy.Deployer.Beside;
import io.plimsoll.analysis.manifest.owner.tree.Value;

/// The data of ConfigMaps and Secrets that Flux objects refer to.
final class References {
    private final Clone clone;
    private final Beside beside;

    References(Clone clone, Beside beside) {
        this.clone = clone;
        this.beside = beside;
    }

    /// The object itself, from what is deployed together, else from anywhere in the clone.
    Optional<Value> object(Value reference, String namespace) {
        String kind = reference.text("kind");
        String name = reference.text("name");
        Value near = beside.object(kind, namespace, name);
        if (near != null) {
            return Optional.of(near);
        }
        return clone.object(kind, namespace, name).map(found -> found);
    }

    /// One text of its data; null if there is none or it is encoded.
    static Value.@Nullable Leaf entry(Value object, String key) {
        for (String map : List.of("stringData", "data")) {
            boolean encoded = map.equals("data") && object.text("kind").equals("Secret");
            if (!encoded && object.at(map) instanceof Value.Fields fields
                    && fields.get(key) instanceof Value.Leaf leaf) {
                return leaf;
            }
        }
        return null;
    }
}

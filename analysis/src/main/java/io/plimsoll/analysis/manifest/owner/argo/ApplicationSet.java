package io.plimsoll.analysis.manifest.owner.argo;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.owner.deploy.Clone;
import io.plimsoll.analysis.manifest.owner.deploy.Deployer;
import io.plimsoll.analysis.manifest.owner.deploy.Deployment;
import io.plimsoll.analysis.manifest.owner.tree.Value;
import io.plimsoll.analysis.task.StepFailure;

/// An Argo CD ApplicationSet: its objects are the Applications that it makes of the generators over this clone's files.
public final class ApplicationSet implements Deployer {
    private final Clone clone;

    public ApplicationSet(Clone clone) {
        this.clone = clone;
    }

    @Override
    public boolean takes(Value object) {
        return object.text("kind").equals("ApplicationSet") && object.text("apiVersion").startsWith("argoproj.io/");
    }

    @Override
    public Deployment deploy(Value object, Beside beside) {
        Deployment into = new Deployment(Clone.id(object), object.text("metadata", "name"), "");
        boolean go = object.text("spec", "goTemplate").equals("true");
        if (object.at("spec", "templatePatch") != null) {
            into.unresolved("TEMPLATE_PATCH: spec.templatePatch is not applied; it may change what is said here");
        }
        Value template = object.at("spec", "template");
        if (template == null) {
            return into;
        }
        Generators generators = new Generators(clone, into);
        for (Value generator : object.items("spec", "generators")) {
            Value own = own(generator);
            Value base = own == null ? template : MergePatch.of(template, own);
            for (Value.Fields parameters : generators.of(generator)) {
                clone.cancellation().check();
                Value filled = new Substitution(parameters, go).of(opened(base));
                into.rendered().objects().add(application(filled, object));
            }
        }
        return into;
    }

    /// The template that a generator lays over the set's.
    private static @Nullable Value own(Value generator) {
        for (String kind : List.of("list", "git", "matrix", "merge", "clusters")) {
            Value template = generator.at(kind, "template");
            if (template != null) {
                return template;
            }
        }
        return null;
    }

    private static Value.Fields application(Value template, Value set) {
        Value.Fields application = new Value.Fields();
        application.entries().put("apiVersion", Value.Leaf.made("argoproj.io/v1alpha1"));
        application.entries().put("kind", Value.Leaf.made("Application"));
        Value.Fields metadata = template.at("metadata") instanceof Value.Fields own ? own.copy() : new Value.Fields();
        metadata.entries().putIfAbsent("namespace", Value.Leaf.made(set.text("metadata", "namespace")));
        application.entries().put("metadata", metadata);
        Value spec = template.at("spec");
        application.entries().put("spec", spec == null ? new Value.Fields() : spec);
        return application;
    }

    /// Values in a text are read before they are filled in, so that each keeps its own place.
    private Value opened(Value template) {
        Value copy = template.copy();
        List<Value> sources = new ArrayList<>(copy.items("spec", "sources"));
        Value single = copy.at("spec", "source");
        if (single != null) {
            sources.add(single);
        }
        for (Value source : sources) {
            if (source.at("helm") instanceof Value.Fields helm && helm.get("values") instanceof Value.Leaf text
                    && helm.get("valuesObject") == null && text.text().contains("{{")) {
                open(helm, text);
            }
        }
        return copy;
    }

    private void open(Value.Fields helm, Value.Leaf text) {
        try {
            List<Value> documents = clone.sources().inside(text);
            // `{{x}}` without quotes reads as a mapping in a mapping; only the whole text can be filled in then.
            if (documents.size() == 1 && !text.text().matches("(?s).*:\\s+\\{\\{.*")) {
                helm.entries().remove("values");
                helm.entries().put("valuesObject", documents.getFirst().copy());
            }
        } catch (StepFailure onlyAsText) {
            helm.entries().put("values", text);
        }
    }
}

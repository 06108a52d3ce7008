package io.plimsoll.analysis.workload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.manifest.owner.Unresolved;
import io.plimsoll.analysis.repository.Clones;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.task.Cancellation;

import static org.assertj.core.api.Assertions.assertThat;

/// Who owns the values of a clone, and what nothing deploys, as its overview says.
class RepositoryOwnersTest extends OverviewCase {
    @Test
    void ofTwoPlacesTheOverlayOwnsAValueAndTheBaseIsShadowed() {
        files.put("apps/kustomization.yaml", "resources: [shop.yaml]\n");
        files.put("prod/kustomization.yaml", "resources: [../apps]\npatches:\n- path: size.yaml\n");
        files.put("prod/size.yaml",
                "kind: Deployment\nmetadata: {name: shop, namespace: store}\nspec:\n  replicas: 5\n");
        RepositoryOverview overview = overview();
        assertThat(OwnedValues.declared(overview.manifests().workloads(), overview.knobs()))
                .filteredOn(each -> each.placed().knob().field().equals("replicas"))
                .anySatisfy(each -> {
                    assertThat(each.placed().place()).isEqualTo("prod/size.yaml:4");
                    assertThat(each.takesEffect()).isTrue();
                }).anySatisfy(each -> {
                    assertThat(each.placed().place()).isEqualTo("apps/shop.yaml:5");
                    assertThat(each.shadow()).isNotNull();
                });
    }

    @Test
    void theTraceSaysWhoElseTakesAValueFromTheBase() {
        files.put("apps/kustomization.yaml", "resources: [shop.yaml]\n");
        files.put("prod/kustomization.yaml", "resources: [../apps]\nreplicas: [{name: shop, count: 5}]\n");
        files.put("dev/kustomization.yaml", "resources: [../apps]\nnamespace: dev\n");
        files.put("alone/api.yaml", PODS.replace("shop", "api"));
        RepositoryOverview overview = overview();
        List<OwnedValue> values = OwnedValues.traced(overview, Cancellation.never());
        assertThat(values).filteredOn(each -> each.placed().knob().field().equals("replicas"))
                .anySatisfy(each -> {
                    assertThat(each.workload()).isEqualTo("store/shop");
                    assertThat(each.placed().place()).isEqualTo("prod/kustomization.yaml:2");
                    assertThat(each.role()).isEqualTo(ManifestPlace.Role.KUSTOMIZATION);
                }).anySatisfy(each -> {
                    assertThat(each.workload()).isEqualTo("store/shop");
                    assertThat(each.placed().place()).isEqualTo("apps/shop.yaml:5");
                    assertThat(each.takesEffect()).isFalse();
                }).anySatisfy(each -> assertThat(each.workload()).isEqualTo("store/api"));
        assertThat(values).filteredOn(each -> each.workload().equals("dev/shop")
                && each.placed().knob().field().equals("cpu-request")).singleElement()
                .satisfies(each -> assertThat(each.sharedBy()).containsExactly("prod"));
    }

    @Test
    void aKustomizationThatNothingDeploysIsListed() {
        files.put("old/kustomization.yaml", "resources: [../apps]\n");
        files.put("new/kustomization.yaml", "resources: [../apps]\n");
        files.put("argo.yaml", application("ours", "", "new"));
        assertThat(found("not-deployed")).singleElement()
                .satisfies(each -> assertThat(each.place()).isEqualTo("old/kustomization.yaml"));
    }

    @Test
    void anApplicationOfAnotherRepositoryTakesNothingFromThisCloneUnlessNoneSpeaksOfIt() throws IOException {
        files.put("apps/kustomization.yaml", "resources: [shop.yaml]\n");
        files.put("new/kustomization.yaml", "resources: [../apps]\n");
        files.put("old/kustomization.yaml", "resources: [../apps]\n");
        files.put("ours.yaml", application("ours", "https://example.org/us/ours", "new"));
        files.put("theirs.yaml", application("theirs", "https://example.org/them/theirs", "old"));
        Clones.build(folder.resolve("clone"), files);
        assertThat(unresolved()).as("nobody knows the address").isEmpty();
        Path config = folder.resolve("clone/.git/config");
        String before = Files.readString(config);
        Files.writeString(config, before + "[remote \"origin\"]\n\turl = git@example.org:us/ours.git\n");
        assertThat(unresolved()).singleElement().asString().startsWith("OTHER_REPOSITORY: old");
        Files.writeString(config, before + "[remote \"origin\"]\n\turl = /srv/mirror/of-it\n");
        assertThat(unresolved()).as("a mirror").isEmpty();
    }

    private List<String> unresolved() {
        try (GitRepository repository = GitRepository.open(folder.resolve("clone"))) {
            return ManifestIndex.read(repository, "HEAD", Cancellation.never()).owners().trace(Cancellation.never())
                    .unresolved().stream().map(Unresolved::reason).toList();
        }
    }

    private static String application(String name, String repository, String path) {
        return "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: " + name
                + ", namespace: argocd}\nspec:\n  source: {repoURL: \"" + repository + "\", path: " + path
                + "}\n  destination: {namespace: " + name + "}\n";
    }
}

package io.plimsoll.analysis.change.guard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.plimsoll.analysis.change.EditPreview;
import io.plimsoll.analysis.change.GuardResult;
import io.plimsoll.analysis.change.Severity;
import io.plimsoll.analysis.manifest.UnitGrammar;
import io.plimsoll.analysis.manifest.declared.Declared;
import io.plimsoll.analysis.manifest.declared.Scaling;

/// What the manifests of a namespace ask for together fits into its ResourceQuota, else the cluster refuses the last pods. Knows
/// only what the clone declares under that namespace's name.
final class Quotas implements GuardRule {
    @Override
    public String id() {
        return "resource-quota";
    }

    @Override
    public String explanation() {
        return "What a namespace asks for together fits into its ResourceQuota, or the cluster refuses pods.";
    }

    @Override
    public boolean appliesToUndo() {
        return true;
    }

    @Override
    public List<GuardResult> check(GuardInput input) {
        Map<String, EditPreview> namespaces = new LinkedHashMap<>();
        for (EditPreview edit : input.edits()) {
            if (!GuardInput.namespace(edit).isEmpty()) {
                namespaces.putIfAbsent(GuardInput.namespace(edit), edit);
            }
        }
        List<GuardResult> results = new ArrayList<>();
        namespaces.forEach((namespace, edit) -> {
            List<Declared> quotas = input.objects().of("ResourceQuota").stream()
                    .filter(quota -> quota.namespace().equals(namespace)).toList();
            if (!quotas.isEmpty()) {
                NamespaceSum before = new NamespaceSum(input.objects().knobs(namespace, false),
                        input.objects().before(Scaling.HORIZONTAL));
                NamespaceSum after = new NamespaceSum(input.objects().knobs(namespace, true),
                        input.objects().of(Scaling.HORIZONTAL));
                quotas.forEach(quota -> check(edit, quota, before, after, results));
            }
        });
        return results;
    }

    private void check(EditPreview edit, Declared quota, NamespaceSum before, NamespaceSum after,
            List<GuardResult> results) {
        if (quota.spec().at("scopes").exists() || quota.spec().at("scopeSelector").exists()) {
            results.add(result(edit, Severity.NOTE, false,
                    edit.intent().file() + ": " + quota.title() + " counts some pods only, so it can't be checked"));
            return;
        }
        quota.spec().at("hard").texts().forEach((key, hard) -> {
            Optional<BigDecimal> old = before.of(key);
            Optional<BigDecimal> now = after.of(key);
            boolean known = old.isPresent() && now.isPresent() && UnitGrammar.KUBERNETES.reads(hard);
            if (known && old.get().compareTo(now.get()) != 0) {
                results.add(result(edit, quota, key, hard, old.get(), now.get(), after));
            }
        });
    }

    private GuardResult result(EditPreview edit, Declared quota, String key, String hard, BigDecimal before,
            BigDecimal after, NamespaceSum sum) {
        boolean fits = after.compareTo(UnitGrammar.KUBERNETES.amount(hard)) <= 0;
        String unknown = sum.unknown().isEmpty()
                ? ""
                : "; not counted, since their number of pods is not known: " + String.join(", ", sum.unknown());
        return result(edit, after.compareTo(before) > 0 ? Severity.BLOCK : Severity.WARN, fits,
                "%s: %s of namespace %s goes from %s to %s, %s allows %s%s".formatted(edit.intent().file(), key,
                        quota.namespace(), Amounts.text(before), Amounts.text(after), quota.title(), hard, unknown));
    }
}

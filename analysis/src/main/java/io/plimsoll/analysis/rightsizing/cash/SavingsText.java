package io.plimsoll.analysis.rightsizing.cash;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.CommitmentTerm;
import io.plimsoll.analysis.rightsizing.CommitmentEffect;
import io.plimsoll.analysis.rightsizing.Savings;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;

/// Puts the result of a replay into words.
final class SavingsText {
    private static final int DECIMALS = 18;

    private final String currency;
    private final Map<String, CommitmentTerm> terms;

    SavingsText(String currency, Map<String, CommitmentTerm> terms) {
        this.currency = currency;
        this.terms = terms;
    }

    Savings of(BigDecimal list, BigDecimal effective, BigDecimal cash, Map<String, FreedCommitment> freed,
            List<FreedUsage> changes) {
        List<CommitmentEffect> commitments = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        if (changes.size() == 1) {
            notes.add(formula(changes.getFirst()));
        }
        LocalDate last = null;
        boolean known = true;
        for (FreedCommitment each : freed.values()) {
            CommitmentEffect effect = effect(each);
            commitments.add(effect);
            notes.add(sentence(each, effect));
            if (effect.stranded().signum() > 0) {
                LocalDate end = effect.end();
                known &= end != null;
                last = end != null && (last == null || end.isAfter(last)) ? end : last;
            }
        }
        return new Savings(money(list), money(effective), money(cash), known ? last : null, commitments, notes);
    }

    private CommitmentEffect effect(FreedCommitment freed) {
        CommitmentTerm term = terms.get(freed.id());
        return new CommitmentEffect(freed.id(), term == null ? freed.id() : term.name(),
                term == null ? "" : term.type(), money(freed.freed()), money(freed.absorbed()),
                money(freed.stranded()), term == null ? null : term.end(), term == null ? "" : term.endSource());
    }

    private static String formula(FreedUsage change) {
        Days days = change.days();
        return String.format(Locale.ROOT, "%.1f %% of the charges of %s to %s × 730 h / %d h",
                change.share().movePointRight(2), days.from(), days.to(), 24L * days.count());
    }

    private static String sentence(FreedCommitment freed, CommitmentEffect effect) {
        String name = effect.name() + (effect.type().isEmpty() ? "" : " (" + effect.type() + ")");
        if (freed.freed().signum() < 0) {
            return name + " has room for " + amount(freed.absorbed().negate(), effect.freed())
                    + " a month of what is used more.";
        }
        if (freed.stranded().signum() == 0) {
            return name + " goes on being used: usage on demand takes over what is freed.";
        }
        String why = freed.spareShare() > 0.5
                ? ", since it was not used up even before"
                : "";
        return name + " goes on costing " + amount(freed.stranded(), effect.freed()) + " a month for nothing"
                + until(effect.end()) + why + ".";
    }

    private static String until(@Nullable LocalDate end) {
        return end == null ? "; the bill does not tell when it ends" : " until " + end;
    }

    private static String amount(BigDecimal amount, Money like) {
        return new Money(amount, like.currency()).rounded(2).plain() + " " + like.currency();
    }

    private Money money(BigDecimal amount) {
        return new Money(amount, currency).rounded(DECIMALS);
    }
}

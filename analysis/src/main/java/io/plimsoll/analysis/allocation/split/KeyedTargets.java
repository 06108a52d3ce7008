package io.plimsoll.analysis.allocation.split;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.allocation.AllocatedCost;
import io.plimsoll.analysis.allocation.AllocatedCost.Part;
import io.plimsoll.analysis.allocation.SharedKeys;
import io.plimsoll.analysis.allocation.Tenant;

/// Who gets a service's cost: the consumers of its keys by their weights, and within a consumer that is a namespace its workloads by
/// their cost of the day, wherever they run.
final class KeyedTargets {
    private final Map<String, BigDecimal> consumers;
    private final Map<String, Weights<Place>> members = new LinkedHashMap<>();

    KeyedTargets(SharedKeys keys, String service, List<AllocatedCost> lines) {
        this.consumers = keys.consumers(service);
        consumers.keySet().forEach(consumer -> members.put(consumer, new Weights<>(lines,
                line -> new Place(line.day(), line.currency()), tenant -> SharedKeys.names(consumer, tenant), false)));
    }

    List<AllocatedCost> spread(AllocatedCost line) {
        List<String> names = List.copyOf(consumers.keySet());
        List<BigDecimal> amounts = Apportion.of(line.amount(),
                names.stream().map(name -> consumers.getOrDefault(name, BigDecimal.ZERO)).toList());
        List<AllocatedCost> parts = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Weights<Place> weights = members.get(names.get(i));
            Map<Tenant, BigDecimal> targets = weights == null ? Map.of() : weights.of(line);
            parts.addAll(Spread.over(line.to(line.tenant(), line.part(), amounts.get(i)),
                    targets.isEmpty() ? Map.of(absent(names.get(i)), BigDecimal.ONE) : targets, Part.SHARED));
        }
        return parts;
    }

    /// The keys are the user's word: a consumer that ran nothing on the day pays all the same.
    private static Tenant absent(String consumer) {
        int slash = consumer.indexOf('/');
        return slash < 0
                ? Tenant.workload("", consumer, Tenant.ABSENT)
                : Tenant.workload("", consumer.substring(0, slash), consumer.substring(slash + 1));
    }

    private record Place(LocalDate day, String currency) {}
}

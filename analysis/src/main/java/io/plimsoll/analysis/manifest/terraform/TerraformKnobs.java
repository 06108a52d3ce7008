package io.plimsoll.analysis.manifest.terraform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.plimsoll.analysis.manifest.CostTags;
import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.UnitGrammar;

/// What costs money in Terraform's files, by the names that the providers of AWS, Azure and Google Cloud give their attributes. A value
/// that is worked out by an expression is listed, not editable.
public final class TerraformKnobs {
    private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("instance_type", Field.INSTANCE_TYPE),
            Map.entry("instance_types", Field.INSTANCE_TYPE), Map.entry("machine_type", Field.INSTANCE_TYPE),
            Map.entry("vm_size", Field.INSTANCE_TYPE), Map.entry("node_type", Field.INSTANCE_TYPE),
            Map.entry("instance_class", Field.INSTANCE_TYPE), Map.entry("min_size", Field.MIN_INSTANCES),
            Map.entry("min_count", Field.MIN_INSTANCES), Map.entry("min_node_count", Field.MIN_INSTANCES),
            Map.entry("min", Field.MIN_INSTANCES), Map.entry("max", Field.MAX_INSTANCES),
            Map.entry("max_size", Field.MAX_INSTANCES), Map.entry("max_count", Field.MAX_INSTANCES),
            Map.entry("max_node_count", Field.MAX_INSTANCES), Map.entry("desired_size", Field.INSTANCES),
            Map.entry("desired_capacity", Field.INSTANCES), Map.entry("node_count", Field.INSTANCES),
            Map.entry("initial_node_count", Field.INSTANCES), Map.entry("num_nodes", Field.INSTANCES),
            Map.entry("disk_size", Field.STORAGE), Map.entry("disk_size_gb", Field.STORAGE),
            Map.entry("os_disk_size_gb", Field.STORAGE), Map.entry("volume_size", Field.STORAGE),
            Map.entry("root_volume_size", Field.STORAGE), Map.entry("allocated_storage", Field.STORAGE),
            Map.entry("volume_type", Field.STORAGE_TYPE), Map.entry("disk_type", Field.STORAGE_TYPE),
            Map.entry("iops", Field.IOPS), Map.entry("throughput", Field.THROUGHPUT),
            Map.entry("storage_class", Field.STORAGE_CLASS), Map.entry("days", Field.TIERING_DAYS),
            Map.entry("noncurrent_days", Field.TIERING_DAYS), Map.entry("age", Field.TIERING_DAYS),
            Map.entry("days_after_initiation", Field.TIERING_DAYS), Map.entry("retention_in_days", Field.RETENTION),
            Map.entry("capacity_type", Field.CAPACITY_TYPE), Map.entry("preemptible", Field.CAPACITY_TYPE),
            Map.entry("spot", Field.CAPACITY_TYPE));
    private static final Set<String> TAGS = Set.of("tags", "labels", "default_tags", "common_tags", "resource_labels");
    private static final Set<String> COUNTED = Set.of(Field.MIN_INSTANCES, Field.MAX_INSTANCES, Field.INSTANCES,
            Field.IOPS, Field.THROUGHPUT, Field.TIERING_DAYS, Field.RETENTION, Field.STORAGE);

    private final TerraformFile file;
    private final List<Knob> found = new ArrayList<>();

    private TerraformKnobs(TerraformFile file) {
        this.file = file;
    }

    /// As `Knobs.find`.
    public static List<Knob> find(String file, byte[] content) {
        TerraformKnobs knobs = new TerraformKnobs(TerraformFile.read(file, content));
        knobs.walk(knobs.file.body(), ManifestPath.ROOT, "", "", "");
        return knobs.found;
    }

    private void walk(Hcl here, ManifestPath path, String key, String holder, String owner) {
        switch (here) {
            case Hcl.Fields fields -> fields.fields().stream()
                    .filter(field -> fields.named(field.name()).size() == 1)
                    .forEach(field -> walk(field.value(), path.key(field.name()), field.name(), key,
                            key.isEmpty() ? owner : key));
            case Hcl.Items items -> {
                for (int i = 0; i < items.items().size(); i++) {
                    walk(items.items().get(i), path.index(i), key, holder, owner);
                }
            }
            case Hcl.Literal literal -> add(path, field(key, holder), owner, literal.value(), "");
            case Hcl.Expression expression -> add(path, field(key, holder), owner, expression.text(),
                    expression.refusal() + ": " + file.refusal(expression, path).message());
        }
    }

    private static String field(String key, String holder) {
        return TAGS.contains(holder) && CostTags.isOne(key) ? Field.COST_TAG : NAMES.getOrDefault(key, "");
    }

    private void add(ManifestPath path, String field, String owner, String value, String reason) {
        boolean counted = COUNTED.contains(field);
        if (field.isEmpty() || counted && reason.isEmpty() && !UnitGrammar.INTEGER.reads(value)) {
            return;
        }
        found.add(new Knob(file.text().file(), 0, path, "Terraform", "", owner, "", field, value,
                counted ? UnitGrammar.INTEGER : UnitGrammar.TEXT, reason.isEmpty(), reason));
    }
}

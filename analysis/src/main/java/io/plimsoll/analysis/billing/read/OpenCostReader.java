package io.plimsoll.analysis.billing.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static io.plimsoll.analysis.billing.FocusColumn.*;

/// Allocations of OpenCost and Kubecost: what a cluster's workloads cost a day.
///
/// They divide up a bill and are none. Nobody invoices them, so `BilledCost` is 0; `EffectiveCost` is the allocation. They have a
/// source of their own, so that they never replace rows of a cloud's bill, and every import says that the two must not be added.
/// Idle and unallocated cost stays as it is, under the names that the file gives it.
///
/// Source: opencost/opencost, `pkg/costmodel/csv_export.go`.
public final class OpenCostReader implements BillingReader {
    private static final String[] DAY = {"Date", "WindowStart", "window.start", "Start"};
    private static final String[] TOTAL = {"TotalCost"};
    private static final String[] NAMESPACE = {"Namespace", "properties.namespace"};
    private static final String LABEL = "label_";
    private static final List<String> KEPT = List.of("CPUCost", "RAMCost", "GPUCost", "NetworkCost", "PVCost",
            "LoadBalancerCost", "SharedCost", "ExternalCost", "CPUCoreUsageAverage", "CPUCoreRequestAverage",
            "RAMBytesUsageAverage", "RAMBytesRequestAverage", "Node");

    @Override
    public String id() {
        return "opencost";
    }

    @Override
    public boolean recognises(Header header) {
        Columns columns = new Columns(plain(header));
        return columns.find(DAY).isPresent() && columns.find(TOTAL).isPresent() && columns.find(NAMESPACE).isPresent();
    }

    @Override
    public ReadPlan plan(Header header, String file) {
        Columns columns = new Columns(plain(header));
        Map<String, String> remarks = new LinkedHashMap<>();
        remarks.put(
                "rows are allocated cost, not an invoice: billed cost is 0, and their effective cost is part of a cloud's "
                        + "bill. Don't add the two; ServiceProviderName OpenCost tells them apart.",
                "true");
        amounts(columns, file);
        Optional<String> cluster = columns.find("Cluster", "ClusterId", "properties.cluster");
        if (cluster.isEmpty()) {
            remarks.put(
                    "rows name no cluster: those of another cluster would take their place. Use a workspace for each.",
                    "true");
        }
        columns.put(BILLING_ACCOUNT_ID, cluster.orElse("''"));
        workload(columns);
        Map<String, String> tags = labels(header, columns);
        Map<String, String> extensions = new LinkedHashMap<>();
        KEPT.forEach(name -> columns.find(name).ifPresent(column -> extensions.put("x_" + name, column)));
        columns.refuseRepeated(file);
        return new ReadPlan(id(), columns.has("Date") ? "OpenCost" : "Kubecost", columns.expressions(),
                List.of("'OpenCost'"), extensions, columns.unread(), Map.of(), tags, remarks);
    }

    private static void amounts(Columns columns, String file) {
        columns.put(BILLED_COST, "'0'");
        columns.put(EFFECTIVE_COST, columns.need(file, "total cost", TOTAL));
        columns.put(BILLING_CURRENCY, columns.find("Currency"));
        String day = "cell(" + columns.need(file, "day", DAY) + ")";
        columns.put(CHARGE_PERIOD_START, day);
        columns.put(CHARGE_PERIOD_END, "coalesce("
                + columns.find("WindowEnd", "window.end", "End").map(end -> "cell(" + end + ")").orElse("NULL")
                + ", day_after(" + day + "))");
        columns.put(BILLING_PERIOD_START, "month_of(" + day + ")");
        columns.put(BILLING_PERIOD_END, "next_month(" + day + ")");
        columns.put(CHARGE_CATEGORY, "'Usage'");
        columns.put(SERVICE_NAME, "'Kubernetes'");
        columns.put(SERVICE_PROVIDER_NAME, "'OpenCost'");
        columns.put(ALLOCATED_METHOD_ID, "'OpenCost'");
    }

    private static void workload(Columns columns) {
        Optional<String> namespace = columns.find(NAMESPACE);
        columns.put(SUB_ACCOUNT_ID, namespace);
        columns.put(SUB_ACCOUNT_TYPE, "'Namespace'");
        Optional<String> kind = columns.find("ControllerKind", "properties.controllerKind");
        Optional<String> controller = columns.find("ControllerName", "Controller", "properties.controller");
        Optional<String> pod = columns.find("Pod", "properties.pod");
        Optional<String> container = columns.find("Container", "properties.container");
        String parts = Stream.of(namespace, kind, controller, pod, container).flatMap(Optional::stream)
                .map(column -> "nullif(" + column + ", '')").collect(Collectors.joining(", "));
        columns.put(ALLOCATED_RESOURCE_ID, "concat_ws('/', " + parts + ")");
        columns.put(ALLOCATED_RESOURCE_NAME, controller.or(() -> pod));
        columns.put(CHARGE_DESCRIPTION, "concat_ws('/', " + parts + ")");
        columns.put(TAGS, columns.find("Labels", "properties.labels"));
    }

    /// `Label_team` is the label `team`.
    private static Map<String, String> labels(Header header, Columns columns) {
        Map<String, String> tags = new LinkedHashMap<>();
        List<String> plain = plain(header).names();
        List<String> names = header.names();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name.length() > LABEL.length() && name.regionMatches(true, 0, LABEL, 0, LABEL.length())) {
                columns.find(plain.get(i))
                        .ifPresent(column -> tags.putIfAbsent(name.substring(LABEL.length()), column));
            }
        }
        return tags;
    }

    /// `Total Cost` and `total_cost` are `TotalCost`.
    private static Header plain(Header header) {
        return new Header(header.names().stream().map(name -> name.replaceAll("[ _]", "")).toList());
    }
}

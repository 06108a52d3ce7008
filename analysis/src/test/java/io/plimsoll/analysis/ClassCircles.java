package io.plimsoll.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;

/// Finds top-level classes that need each other, directly or by way of others.
public final class ClassCircles {
    private final Map<String, Set<String>> uses = new TreeMap<>();
    private final Map<String, Set<String>> usedBy = new TreeMap<>();

    private ClassCircles(JavaClasses code) {
        Set<String> own = code.stream().map(ClassCircles::topLevel).collect(Collectors.toSet());
        own.forEach(each -> {
            uses.put(each, new TreeSet<>());
            usedBy.put(each, new TreeSet<>());
        });
        code.forEach(each -> each.getDirectDependenciesFromSelf().forEach(dependency -> {
            String from = topLevel(each);
            String to = topLevel(dependency.getTargetClass().getBaseComponentType());
            if (own.contains(to) && !from.equals(to)) {
                uses.get(from).add(to);
                usedBy.get(to).add(from);
            }
        }));
    }

    /// The circles whose classes stand in more than one package, each as the names of its classes.
    public static List<Set<String>> acrossPackages(JavaClasses code) {
        ClassCircles classes = new ClassCircles(code);
        return classes.circles().stream()
                .filter(circle -> circle.stream().map(name -> name.substring(0, name.lastIndexOf('.'))).distinct()
                        .count() > 1)
                .toList();
    }

    private static String topLevel(JavaClass type) {
        return type.getName().replaceFirst("\\$.*", "");
    }

    /// Kosaraju: from the class that was left last, all that can be reached against the arrows is in a circle with it; and so on.
    private List<Set<String>> circles() {
        List<String> left = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        uses.keySet().forEach(each -> walk(each, uses, seen, left));
        List<Set<String>> circles = new ArrayList<>();
        Set<String> placed = new TreeSet<>();
        for (String each : left.reversed()) {
            List<String> circle = new ArrayList<>();
            walk(each, usedBy, placed, circle);
            if (circle.size() > 1) {
                circles.add(new TreeSet<>(circle));
            }
        }
        return circles;
    }

    /// Adds what can be reached and was not seen, each after all that it reaches.
    private static void walk(String start, Map<String, Set<String>> arrows, Set<String> seen, List<String> left) {
        Deque<String> open = new ArrayDeque<>();
        if (!seen.contains(start)) {
            open.push(start);
        }
        while (!open.isEmpty()) {
            String top = open.peek();
            seen.add(top);
            arrows.getOrDefault(top, Set.of()).stream().filter(next -> !seen.contains(next)).findFirst()
                    .ifPresentOrElse(open::push, () -> left.add(open.pop()));
        }
    }
}

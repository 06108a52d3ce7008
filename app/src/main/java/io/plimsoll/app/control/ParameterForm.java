package io.plimsoll.app.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;

import io.plimsoll.analysis.param.Parameter;
import io.plimsoll.analysis.param.Parameters;

/// A form made from declared parameters. What can't be taken is said beside its field, and never becomes a value.
public final class ParameterForm extends GridPane {
    private static final double FIELD = 92;

    private final ReadOnlyObjectWrapper<Parameters> value;
    private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper(this, "valid", true);
    private final Map<String, Control> fields = new LinkedHashMap<>();
    private final Map<String, Label> remarks = new LinkedHashMap<>();

    public ParameterForm(List<Parameter> declared) {
        getStyleClass().add("pl-form");
        value = new ReadOnlyObjectWrapper<>(this, "value", Parameters.initial(declared));
        int row = 0;
        for (Parameter parameter : declared) {
            Label title = new Label(parameter.title());
            Label remark = new Label(parameter.help());
            remark.setWrapText(true);
            remark.getStyleClass().add("pl-help");
            Control field = parameter.kind() == Parameter.Kind.CHOICE ? choice(parameter) : text(parameter);
            field.setId("parameter-" + parameter.id());
            field.setTooltip(new Tooltip(parameter.help()));
            field.setAccessibleText(parameter.title());
            title.setMinWidth(USE_PREF_SIZE);
            field.setMinWidth(FIELD);
            title.setLabelFor(field);
            fields.put(parameter.id(), field);
            remarks.put(parameter.id(), remark);
            addRow(row++, title, field, remark);
        }
    }

    /// The last values that could be taken as a whole.
    public ReadOnlyObjectProperty<Parameters> valueProperty() {
        return value.getReadOnlyProperty();
    }

    /// False while any field holds something that can't be taken.
    public ReadOnlyBooleanProperty validProperty() {
        return valid.getReadOnlyProperty();
    }

    /// Fills the fields.
    public void show(Parameters parameters) {
        parameters.values().forEach((id, text) -> {
            if (fields.get(id) instanceof TextField field) {
                field.setText(text);
            } else if (fields.get(id) instanceof ComboBox<?> box) {
                select(box, text);
            }
        });
    }

    private TextField text(Parameter parameter) {
        TextField field = new TextField(parameter.initial());
        field.setPrefColumnCount(8);
        field.textProperty().addListener((property, before, now) -> entered(parameter, now));
        return field;
    }

    private ComboBox<String> choice(Parameter parameter) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(parameter.choices());
        box.setValue(parameter.initial());
        box.valueProperty().addListener((property, before, now) -> entered(parameter, now));
        return box;
    }

    @SuppressWarnings("unchecked")
    private static void select(ComboBox<?> box, String text) {
        ((ComboBox<String>) box).setValue(text);
    }

    private void entered(Parameter parameter, String text) {
        String problem = parameter.problemWith(text.strip());
        Label remark = remarks.get(parameter.id());
        Control field = fields.get(parameter.id());
        if (remark != null && field != null) {
            remark.setText(problem.isEmpty() ? parameter.help() : problem);
            remark.getStyleClass().setAll("label", problem.isEmpty() ? "pl-help" : "pl-problem");
            field.getStyleClass().remove("wrong");
            if (!problem.isEmpty()) {
                field.getStyleClass().add("wrong");
            }
        }
        valid.set(fields.values().stream().noneMatch(each -> each.getStyleClass().contains("wrong")));
        if (problem.isEmpty()) {
            value.set(value.get().with(parameter.id(), text.strip()));
        }
    }
}

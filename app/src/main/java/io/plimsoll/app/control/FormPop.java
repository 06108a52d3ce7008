package io.plimsoll.app.control;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import io.plimsoll.analysis.param.Parameter;
import io.plimsoll.analysis.param.Parameters;
import io.plimsoll.app.text.Messages;

/// Lets declared parameters be set in a small panel below a control. Nothing is taken before it is applied; Escape leaves all as it was.
public final class FormPop extends VBox {
    private FormPop(List<Parameter> declared, Parameters present, Consumer<Parameters> chosen) {
        getStyleClass().add("pl-pop");
        ParameterForm form = new ParameterForm(declared);
        form.setPrefWidth(430);
        form.show(present);
        Button apply = new Button(Messages.text("filter.apply"));
        apply.setId("form-apply");
        apply.getStyleClass().add("accent");
        apply.setDefaultButton(true);
        apply.disableProperty().bind(form.validProperty().not());
        apply.setOnAction(event -> chosen.accept(form.valueProperty().get()));
        Button usual = new Button(Messages.text("form.usual"));
        usual.setId("form-usual");
        usual.setOnAction(event -> form.show(Parameters.initial(declared)));
        getChildren().addAll(form, new HBox(8, apply, usual));
    }

    /// @param present what the fields hold at first
    /// @param chosen  gets all values once they are applied
    public static void open(Node owner, List<Parameter> declared, Parameters present, Consumer<Parameters> chosen) {
        Pop[] pop = new Pop[1];
        pop[0] = Pop.below(owner, new FormPop(declared, present, values -> {
            pop[0].hide();
            chosen.accept(values);
        }));
    }
}

package io.interleave.view.knobs;

import java.util.function.Consumer;
import javafx.scene.control.Slider;

/// A slider from 0 to 1 whose arrow keys are answered by someone who knows what the values are.
final class StepSlider extends Slider {

    private final Consumer<Integer> steps;

    /// @param steps told 1 or -1 for each press
    StepSlider(Consumer<Integer> steps) {
        super(0, 1, 0);
        this.steps = steps;
    }

    @Override
    public void increment() {
        steps.accept(1);
    }

    @Override
    public void decrement() {
        steps.accept(-1);
    }
}

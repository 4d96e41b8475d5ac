package io.interleave.view.timeline;

/// How a lane of what is counted shares its height: between how much there is, at the foot, and how many wait,
/// hanging from the top; where only one of them is ever more than nothing, that has it all.
///
/// @param amountRoom pixels for the largest amount, 0 if there is never any
/// @param othersRoom pixels for the most that wait, 0 if there are never any
/// @param hanging whether those who wait hang from the top
/// @param ofWorkers whether they do not wait, but are workers that have a task
record Levels(int amountRoom, int othersRoom, boolean hanging, boolean ofWorkers) {

    private static final double AMOUNT = 0.58;
    private static final double OTHERS = 0.34;

    static Levels of(FramePlan.LanePlan lane) {
        int room = lane.row().bodyHeight() - 1;
        boolean amounts = highest(lane.line()) > 0;
        boolean others = highest(lane.others()) > 0;
        return new Levels(
                amounts ? (int) (others ? room * AMOUNT : room) : 0,
                others ? (int) (amounts ? room * OTHERS : room) : 0,
                amounts,
                lane.ofWorkers());
    }

    private static float highest(StepLine line) {
        float highest = 0;
        for (float high : line.high()) {
            highest = Math.max(highest, high);
        }
        return highest;
    }
}

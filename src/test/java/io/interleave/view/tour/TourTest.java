package io.interleave.view.tour;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.view.tour.Tour.Stop;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Dimension2D;
import org.junit.jupiter.api.Test;

final class TourTest {

    private final Tour tour = new Tour();

    @Test
    void there_is_none_until_it_is_begun() {
        tour.next();
        tour.ran();
        assertThat(tour.stopProperty().get()).isEmpty();
    }

    @Test
    void it_visits_every_stop_once_and_ends() {
        var visited = new ArrayList<Stop>();
        tour.stopProperty().subscribe(it -> it.ifPresent(visited::add));
        tour.offer();
        for (int i = 0; i < Stop.values().length; i++) {
            tour.next();
        }
        assertThat(visited).containsExactly(Stop.values());
        assertThat(tour.stopProperty().get()).isEmpty();
    }

    @Test
    void it_goes_back_as_far_as_to_its_first_stop() {
        tour.show();
        tour.next();
        tour.back();
        tour.back();
        assertThat(tour.stopProperty().get()).contains(Stop.GALLERY);
    }

    @Test
    void a_run_leads_to_the_picture_but_never_back() {
        for (var stop : Stop.values()) {
            tour.offer();
            while (tour.stopProperty().get().orElseThrow() != stop) {
                tour.next();
            }
            tour.ran();
            assertThat(tour.stopProperty().get()).contains(stop == Stop.EDITOR ? Stop.EDITOR : Stop.PICTURE);
        }
    }

    @Test
    void it_can_be_skipped_at_every_stop_and_begun_again() {
        for (int stop = 0; stop < Stop.values().length; stop++) {
            tour.show();
            for (int i = 0; i < stop; i++) {
                tour.next();
            }
            tour.skip();
            assertThat(tour.stopProperty().get()).isEmpty();
        }
    }

    @Test
    void a_card_is_within_the_window_and_covers_nothing_of_what_it_is_below_where_there_is_room() {
        var card = new Dimension2D(300, 130);
        for (double width : List.of(800.0, 1900.0)) {
            var window = new Dimension2D(width, 700);
            for (double x = 0; x < width; x += 37) {
                var target = new BoundingBox(x, 10, 40, 60);
                var place = Place.below(target, card, window);
                assertThat(place.y()).isGreaterThanOrEqualTo(target.getMaxY());
                assertThat(place.x()).isBetween(0.0, width - card.getWidth());
                assertThat(place.arrowX()).isBetween(place.x(), place.x() + card.getWidth());
            }
            var low = Place.below(new BoundingBox(0, 600, 400, 90), card, window);
            assertThat(low.y() + card.getHeight()).isLessThanOrEqualTo(window.getHeight());
        }
    }
}

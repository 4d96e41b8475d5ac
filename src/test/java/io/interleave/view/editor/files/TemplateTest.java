package io.interleave.view.editor.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.model.ScenarioReader;
import org.junit.jupiter.api.Test;

final class TemplateTest {

    @Test
    void every_template_can_be_run_as_it_is_and_says_in_a_line_what_it_has() {
        assertThat(Template.all()).hasSizeGreaterThanOrEqualTo(7).allSatisfy(template -> {
            var reading = ScenarioReader.read(template.text());
            assertThat(reading.problems()).as(template.title()).isEmpty();
            assertThat(reading.scenario()).hasValueSatisfying(it -> {
                assertThat(template.title()).isEqualTo(it.title());
                assertThat(it.about()).isNotBlank();
            });
            assertThat(template.about()).isNotBlank().hasSizeLessThan(130);
            assertThat(template.text()).endsWith("\n");
        });
    }
}

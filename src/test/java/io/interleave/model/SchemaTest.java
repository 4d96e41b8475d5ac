package io.interleave.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

class SchemaTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static final com.networknt.schema.Schema SCHEMA = SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12)
            .getSchema(JSON.writeValueAsString(Schema.document()), InputFormat.JSON);

    static Stream<Arguments> scenarios() {
        return Stream.concat(
                Gallery.entries().stream().map(it -> Arguments.of(it.name(), it.text())),
                Examples.words().stream().map(it -> Arguments.of(it.word(), Examples.scenario(it))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void everything_in_the_gallery_and_every_example_is_valid(String name, String text) {
        assertThat(problems(text)).as(name).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- hodl: m",
                "- hold: m",
                "- hold: { lok: m }\n  steps: [ pause: ]",
                "- repeat: 3\n  steps: []",
                "- sleep: [1ms]",
                "- pause: 3",
                "- put: { to: q }",
                "- let: { a: 1, b: 2 }",
                "- read: n\n  steps: [ pause: ]",
                "- compute: { kernel: fibonacci, size: 3 }",
            })
    void what_is_no_step_is_not_valid(String steps) {
        assertThat(problems("interleave: 1\ntitle: T\nunits:\n  w:\n    thread: 1\n    steps:\n" + steps.indent(6)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title: T\nunits: { w: { thread: 1, steps: [ pause: ] } }",
                "interleave: 2\ntitle: T\nunits: { w: { thread: 1, steps: [ pause: ] } }",
                "interleave: 1\ntitle: T\nunits: {}",
                "interleave: 1\ntitle: T\npresets: { race: 8 }\nunits: { w: { thread: 1, steps: [ pause: ] } }",
                "interleave: 1\ntitle: T\npresets: { race: { n: [8] } }\nunits: { w: { thread: 1, steps: [ pause: ] } }",
                "interleave: 1\ntitle: T\ncolour: red\nunits: { w: { thread: 1, steps: [ pause: ] } }",
                "interleave: 1\ntitle: T\nresources: { m: { lock: mutx } }\nunits: { w: { thread: 1, steps: [ pause: ] } }",
                "interleave: 1\ntitle: T\nunits: { w: { process: 1, command: sleep 1 } }",
            })
    void what_is_no_scenario_is_not_valid(String text) {
        assertThat(problems(text)).isNotEmpty();
    }

    @Test
    void the_smallest_scenario_is_valid() {
        assertThat(problems("interleave: 1\ntitle: T\nunits: { w: { thread: 1, steps: [ pause: ] } }"))
                .isEmpty();
    }

    @Test
    void presets_are_valid() {
        assertThat(
                        problems(
                                "interleave: 1\ntitle: T\npresets: { race: { n: 8, lock: off }, start: }\nunits: { w: { thread: 1, steps: [ pause: ] } }"))
                .isEmpty();
    }

    private static List<String> problems(String yaml) {
        var tree = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return SCHEMA.validate(JSON.writeValueAsString(tree), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }
}

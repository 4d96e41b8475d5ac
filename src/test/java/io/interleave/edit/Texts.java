package io.interleave.edit;

import io.interleave.model.Gallery;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Scenarios to edit, written in every way that YAML allows.
final class Texts {

    private static final Pattern COMMENT = Pattern.compile("(?:^|[ \t])#(.*)$");

    /// Flow style, quoted keys, tabs and odd places of comments, unusual indentation, text that is not ASCII.
    static final String ODD = """
            # é😀 a comment first\t# and a tab in it

            interleave: 1   # the first key
            "title":   'A 😀 title: "odd"'
            about: >-
              Folded over
              two lines.

              # no comment, but text

            # about the knobs
            knobs:
                "workers": { slider: 4, min: 1, max: 16 }   # how many
                lock:
                  # inside
                  toggle: yes
                  live: true
                policy: {choice: fifo, options: [fifo, 'last, first']}

            presets:
              race: { "lock": off, workers: 8 }   # it races
              cured:
                workers: 8
                lock: on
              start:

            resources:
              count: {variable: 0}
              mutex:
                lock: mutex   # kind
                enabled: $lock
              'jobs': { queue: fifo,
                        capacity: 8,  # few
                        of: whole }
              ready: { condition: mutex }
              echo_line: { variable: "é" }

            units:
              worker:
                # two of them
                thread: $workers
                steps:
                # right below the key
                - repeat: 3
                  steps:
                  - hold: mutex
                    # within the hold
                    steps:
                    -   read: count
                    - write: { to: count,
                        value: count + 1 }
                      # deeper, behind the write
                    # free at the end of the body

                - if: count > 2
                  steps: [ { log: 'it''s {count}' }, compute: 1ms, # one
                    {sleep: 1ms} ]
                  else:   # said beside the key
                    - log: |-
                        a # b
                        {count}
                    -
                      put: {to: jobs, value: 1}
                      timeout: 1ms
                      else: [ ]
                # free
              small: { thread: 1, steps: [ take: { from: jobs, into: item }, { hold: mutex, steps: [ { read: count } ] } ] }
              child:
                process: 1
                command:
                  - cat   # the program
                  - "-"
                environment: { LANG: C, "é": 'x' }

            expect:
              - count == workers * 3   # as it should
              # one more
              - "count >= 0"
            # the end""";

    private Texts() {}

    /// All of the gallery and the odd one, each also with other line ends, without the last one, and with a byte order
    /// mark before it.
    static List<String> all() {
        var texts = new ArrayList<String>();
        var plain = new ArrayList<>(
                Gallery.entries().stream().map(Gallery.Entry::text).toList());
        plain.add(ODD);
        for (var it : plain) {
            texts.add(it);
            texts.add(it.replace("\n", "\r\n"));
            texts.add(it.stripTrailing());
            texts.add('\uFEFF' + it.replace("\n", "\r\n"));
        }
        return texts;
    }

    /// What the comments of a text say; what only looks like one, in quotes, says so.
    static List<String> comments(String text) {
        return text.lines()
                .flatMap(it -> COMMENT.matcher(it)
                        .results()
                        .map(found -> found.group(1).strip()))
                .filter(it -> !it.startsWith("no comment"))
                .sorted()
                .toList();
    }
}

package io.interleave.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.export.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class SvgPictureTest {

    private static final Pattern RECTANGLE = Pattern.compile("m(-?\\d+) ?(-?\\d+)h(\\d+)v(\\d+)h-\\d+z");
    private static final int WIDTH = Plans.WIDTH;
    private static final int HEIGHT = Plans.HEIGHT;

    @TempDir
    Path directory;

    /// Rectangles are put together and out of their order; the picture must come out as if they were not.
    @Test
    void every_pixel_is_as_in_the_picture_made_of_pixels() throws Exception {
        for (FakeSource source : List.of(
                SampleRun.counting(4, 2, 400, false, 1_000, 1),
                SampleRun.counting(3, 2, 2_000, true, 1_000, 2),
                SampleRun.deadlock())) {
            var drawing = new SvgDrawing();
            var pixels = new SvgPixels(drawing);
            var raster = new Raster(WIDTH, HEIGHT, 1);
            var both = new Both(pixels, raster);
            new Painter(Theme.LIGHT).pixels(Plans.whole(source), both);
            pixels.flush();
            var file = directory.resolve("pixels.svg");
            try (var out = Files.newBufferedWriter(file)) {
                drawing.writeTo(out, WIDTH, HEIGHT, "title", "description");
            }

            assertThat(drawn(read(file)).argb()).isEqualTo(raster.argb());
        }
    }

    /// Paints on two surfaces.
    private record Both(Pixels one, Pixels other) implements Pixels {
        @Override
        public void fill(int x, int y, int width, int height, int argb) {
            one.fill(x, y, width, height, argb);
            other.fill(x, y, width, height, argb);
        }

        @Override
        public void hatch(int x, int y, int width, int height, int argb, int back) {
            one.hatch(x, y, width, height, argb, back);
            other.hatch(x, y, width, height, argb, back);
        }

        @Override
        public void stacks(int x, int bottom, Stacks stacks) {
            one.stacks(x, bottom, stacks);
            other.stacks(x, bottom, stacks);
        }

        @Override
        public void clip(int x, int y, int width, int height) {
            one.clip(x, y, width, height);
            other.clip(x, y, width, height);
        }

        @Override
        public void unclip() {
            one.unclip();
            other.unclip();
        }
    }

    /// Draws the paths of a drawing one after the other.
    private static Raster drawn(Document svg) {
        var raster = new Raster(WIDTH, HEIGHT, 1);
        Map<String, int[]> stripes = new HashMap<>();
        for (var pattern : elements(svg, "pattern")) {
            var parts = pattern.getElementsByTagName("path");
            stripes.put("url(#" + pattern.getAttribute("id") + ")", new int[] {
                colour(((Element) parts.item(1)).getAttribute("fill")),
                colour(((Element) parts.item(0)).getAttribute("fill"))
            });
        }
        for (var path : elements(svg, "path")) {
            if (path.getParentNode() == svg.getDocumentElement()) {
                var fill = path.getAttribute("fill");
                var rectangles = RECTANGLE.matcher(path.getAttribute("d"));
                int x = 0;
                int y = 0;
                while (rectangles.find()) {
                    var of = IntStream.rangeClosed(1, 4)
                            .map(it -> Integer.parseInt(rectangles.group(it)))
                            .toArray();
                    x += of[0];
                    y += of[1];
                    var hatch = stripes.get(fill);
                    if (hatch == null) {
                        raster.fill(x, y, of[2], of[3], colour(fill));
                    } else {
                        raster.hatch(x, y, of[2], of[3], hatch[0], hatch[1]);
                    }
                }
            }
        }
        return raster;
    }

    private static int colour(String hex) {
        return 0xFF000000 | Integer.parseInt(hex.substring(1), 16);
    }

    @Test
    void words_are_text_and_the_picture_says_what_it_shows() throws Exception {
        FakeSource source = SampleRun.counting(4, 2, 100, false, 1_000, 1);
        Path file = directory.resolve("run.svg");
        TimelinePicture.writeSvg(
                source, Picture.ofRun(Picture.Kind.SVG, WIDTH, HEIGHT, true), "a < b & \"c\" \u0001", file);
        Document svg = read(file);

        assertThat(elements(svg, "title").getFirst().getTextContent()).isEqualTo("a < b & \"c\" ");
        assertThat(elements(svg, "desc").getFirst().getTextContent()).contains("2 cores", "4 units");
        assertThat(svg.getDocumentElement().getAttribute("role")).isEqualTo("img");
        assertThat(elements(svg, "text").stream().map(Element::getTextContent)).contains("core 0", "count");
    }

    @Test
    void the_size_of_a_picture_goes_by_its_pixels_not_by_the_spans_in_it() throws IOException {
        FakeSource source = SampleRun.counting(8, 2, 20_000, true, 1_000, 1);
        Path file = directory.resolve("run.svg");
        TimelinePicture.writeSvg(source, Picture.ofRun(Picture.Kind.SVG, 1900, 1000, false), "t", file);

        assertThat(Files.size(file)).isBetween(1_000L, 1_500_000L);
    }

    @Test
    void a_part_of_a_run_shows_only_that() throws Exception {
        FakeSource source = SampleRun.counting(4, 2, 100, false, 1_000, 1);
        Path file = directory.resolve("part.svg");
        long middle = (source.now() - source.start()) / 2;
        TimelinePicture.writeSvg(
                source, new Picture(Picture.Kind.SVG, WIDTH, HEIGHT, false, middle, middle + 1_000), "t", file);

        assertThat(elements(read(file), "desc").getFirst().getTextContent()).contains("1.00 µs");
    }

    private static Document read(Path file) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(file.toFile());
    }

    private static List<Element> elements(Document svg, String name) {
        var found = svg.getElementsByTagName(name);
        var elements = new ArrayList<Element>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}

package io.interleave.model;

import io.interleave.model.Expr.Binary;
import io.interleave.model.Expr.BinaryOperator;
import io.interleave.model.Expr.Literal;
import io.interleave.model.Expr.Name;
import io.interleave.model.Expr.Unary;
import io.interleave.model.Expr.UnaryOperator;
import io.interleave.model.ExprLexer.Places;
import io.interleave.model.ExprLexer.Token;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.JexlFeatures;
import org.apache.commons.jexl3.JexlInfo;
import org.apache.commons.jexl3.parser.ASTAddNode;
import org.apache.commons.jexl3.parser.ASTAndNode;
import org.apache.commons.jexl3.parser.ASTDivNode;
import org.apache.commons.jexl3.parser.ASTEQNode;
import org.apache.commons.jexl3.parser.ASTGENode;
import org.apache.commons.jexl3.parser.ASTGTNode;
import org.apache.commons.jexl3.parser.ASTIdentifier;
import org.apache.commons.jexl3.parser.ASTLENode;
import org.apache.commons.jexl3.parser.ASTLTNode;
import org.apache.commons.jexl3.parser.ASTModNode;
import org.apache.commons.jexl3.parser.ASTMulNode;
import org.apache.commons.jexl3.parser.ASTNENode;
import org.apache.commons.jexl3.parser.ASTNotNode;
import org.apache.commons.jexl3.parser.ASTOrNode;
import org.apache.commons.jexl3.parser.ASTReferenceExpression;
import org.apache.commons.jexl3.parser.ASTSubNode;
import org.apache.commons.jexl3.parser.ASTUnaryMinusNode;
import org.apache.commons.jexl3.parser.JexlNode;
import org.apache.commons.jexl3.parser.Parser;
import org.apache.commons.jexl3.parser.StringProvider;

/// Reads expressions. JEXL knows the grammar, and that is all that it is used for: its evaluator never runs, every
/// feature is off, and it is shown no word of the file, but `$3` for the operand that is the fourth word. So no
/// name is reserved that the scenario language does not reserve, and places come from our own words. What it parsed
/// is copied, node by node, into an {@link Expr}; a node that is not listed here is refused.
final class ExprParser {

    private static final JexlFeatures NO_FEATURES = JexlFeatures.createNone();
    private static final JexlInfo NO_INFO = new JexlInfo("expression", 1, 1);

    /// One for all, behind its own lock: making one costs more than most parses.
    private static final Parser PARSER = new Parser(new StringProvider(";"));

    /// So many are kept of what was parsed.
    private static final int KEPT = 256;

    /// What was parsed, by its source: without the words of the file thousands of expressions are of a few shapes.
    /// Guarded by the parser.
    private static final Map<String, JexlNode> PARSED = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, JexlNode> eldest) {
            return size() > KEPT;
        }
    };

    /// An expression and the words that it reaches over, parentheses included.
    private record Span(Expr expr, int first, int last) {}

    private static final class NotAllowed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotAllowed() {
            super(null, null, false, false);
        }
    }

    private final List<Token> tokens;
    private final Places places;

    private ExprParser(List<Token> tokens, Places places) {
        this.tokens = tokens;
        this.places = places;
    }

    /// The expression that `text` is, or nothing; then `problems` says why.
    static Optional<Expr> parse(String text, Places places, Problems problems) {
        return ExprLexer.tokens(text, places, problems)
                .flatMap(tokens -> new ExprParser(tokens, places).parse(text, problems));
    }

    private Optional<Expr> parse(String text, Problems problems) {
        if (tokens.size() == 1) {
            // By far the most common; it needs no grammar.
            return Optional.of(operand(0).expr);
        }
        var source = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            source.append(token.isOperand() ? "$" + i : token.symbol()).append(' ');
        }
        try {
            var root = grammar(source.toString());
            return Optional.of(copy(root.jjtGetChild(0)).expr);
        } catch (JexlException.Parsing _) {
            // Operands and operators alternate and parentheses match, so this is all that is left.
            problems.error(
                    places.part(0, text.length()), "two comparisons in a row", "'and' between them, or parentheses");
        } catch (NotAllowed _) {
            problems.error(places.part(0, text.length()), "this is not allowed in an expression");
        }
        return Optional.empty();
    }

    private static JexlNode grammar(String source) {
        synchronized (PARSER) {
            return PARSED.computeIfAbsent(source, it -> PARSER.parse(NO_INFO, NO_FEATURES, it, null));
        }
    }

    private Span copy(JexlNode node) {
        return switch (node) {
            case ASTIdentifier name -> operand(Integer.parseInt(name.getName().substring(1)));
            case ASTReferenceExpression inner -> {
                var span = copy(inner.jjtGetChild(0));
                yield new Span(span.expr, span.first - 1, span.last + 1);
            }
            case ASTUnaryMinusNode minus -> unary(UnaryOperator.NEGATE, minus);
            case ASTNotNode not -> unary(UnaryOperator.NOT, not);
            case ASTAddNode add -> binary(BinaryOperator.ADD, add);
            case ASTSubNode subtract -> binary(BinaryOperator.SUBTRACT, subtract);
            case ASTMulNode multiply -> binary(BinaryOperator.MULTIPLY, multiply);
            case ASTDivNode divide -> binary(BinaryOperator.DIVIDE, divide);
            case ASTModNode remainder -> binary(BinaryOperator.REMAINDER, remainder);
            case ASTEQNode equal -> binary(BinaryOperator.EQUAL, equal);
            case ASTNENode notEqual -> binary(BinaryOperator.NOT_EQUAL, notEqual);
            case ASTLTNode less -> binary(BinaryOperator.LESS, less);
            case ASTLENode lessOrEqual -> binary(BinaryOperator.LESS_OR_EQUAL, lessOrEqual);
            case ASTGTNode greater -> binary(BinaryOperator.GREATER, greater);
            case ASTGENode greaterOrEqual -> binary(BinaryOperator.GREATER_OR_EQUAL, greaterOrEqual);
            case ASTAndNode and -> binary(BinaryOperator.AND, and);
            case ASTOrNode or -> binary(BinaryOperator.OR, or);
            default -> throw new NotAllowed();
        };
    }

    private Span operand(int index) {
        var token = tokens.get(index);
        var place = places.part(token.from(), token.to());
        var expr = token.value()
                .<Expr>map(value -> new Literal(place, value))
                .orElseGet(() -> new Name(place, token.name()));
        return new Span(expr, index, index);
    }

    private Span unary(UnaryOperator operator, JexlNode node) {
        var operand = copy(node.jjtGetChild(0));
        int first = operand.first - 1;
        var place = place(first, operand.last);
        boolean bare = operand.first == operand.last;
        var negative = operator == UnaryOperator.NEGATE && bare && operand.expr instanceof Literal literal
                ? negated(literal.value())
                : Optional.<Value>empty();
        var expr = negative.<Expr>map(value -> new Literal(place, value))
                .orElseGet(() -> new Unary(place, operator, operand.expr));
        return new Span(expr, first, operand.last);
    }

    private static Optional<Value> negated(Value value) {
        return switch (value) {
            case Value.Whole whole -> Optional.of(new Value.Whole(-whole.value()));
            case Value.Decimal decimal -> Optional.of(new Value.Decimal(-decimal.value()));
            case Value.Time time -> Optional.of(new Value.Time(-time.nanos()));
            case Value.Truth _, Value.Text _ -> Optional.empty();
        };
    }

    /// `and` and `or` may have more than two operands; they group from the left, as the others do.
    private Span binary(BinaryOperator operator, JexlNode node) {
        var left = copy(node.jjtGetChild(0));
        for (int i = 1; i < node.jjtGetNumChildren(); i++) {
            var right = copy(node.jjtGetChild(i));
            var place = place(left.first, right.last);
            left = new Span(new Binary(place, operator, left.expr, right.expr), left.first, right.last);
        }
        return left;
    }

    private Place place(int first, int last) {
        return places.part(tokens.get(first).from(), tokens.get(last).to());
    }
}

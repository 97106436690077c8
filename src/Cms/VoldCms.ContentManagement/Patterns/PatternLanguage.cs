using System.Collections.Frozen;
using Fluid;
using Fluid.Ast;

namespace VoldCms.ContentManagement.Patterns;

/// <summary>
/// The Liquid of patterns. Whoever may edit definitions writes patterns, and they run at every save: so ranges, loops over more than
/// an item has, and everything that makes long texts of short ones is refused when a pattern is read or stopped when it runs.
/// </summary>
internal static class PatternLanguage
{
    /// <summary>Characters of a rendered pattern: more than any title, path or alias may have.</summary>
    public const int MaximumResult = 10_000;

    /// <summary>Characters of any text on the way there; an item's own texts are as long as they are.</summary>
    public const int MaximumText = 1_000_000;

    private const int MaximumLength = 2_000;

    private static readonly FrozenSet<string> s_tags = FrozenSet.ToFrozenSet([
        "if",
        "elsif",
        "else",
        "endif",
        "unless",
        "endunless",
        "case",
        "when",
        "endcase",
        "for",
        "endfor",
        "break",
        "continue",
        "assign",
        "comment",
        "endcomment",
        "raw",
        "endraw",
        "echo",
    ]);

    private static readonly FluidParser s_parser = CreateParser();

    public static TemplateOptions Options { get; } = CreateOptions();

    /// <summary>Reads a pattern.</summary>
    /// <returns>The pattern; or null, with what is wrong with it in <paramref name="problem"/>, one line.</returns>
    public static ItemPattern? Read(string text, out string? problem)
    {
        if (text.Length > MaximumLength)
        {
            problem = $"is {text.Length} characters long; expected at most {MaximumLength}";
            return null;
        }

        if (!s_parser.TryParse(text, out var template, out var error))
        {
            problem = $"is no Liquid that patterns may use: {error.ReplaceLineEndings(" ").Trim()}";
            return null;
        }

        var survey = new Survey();
        survey.VisitTemplate(template);
        problem = survey.Problem;
        return problem is null ? new(text, template) : null;
    }

    /// <exception cref="PatternFaultException">It is longer than it may be.</exception>
    public static void CheckLength(double length, int maximum)
    {
        if (length > maximum)
        {
            throw new PatternFaultException($"makes a text of more than {maximum} characters");
        }
    }

    private static FluidParser CreateParser()
    {
        var parser = new FluidParser(
            new FluidParserOptions
            {
                AllowFunctions = false,
                AllowParentheses = false,
                AllowLiquidTag = false,
            }
        );
        foreach (var tag in parser.RegisteredTags.Keys.Where(tag => !s_tags.Contains(tag)).ToList())
        {
            parser.RegisteredTags.Remove(tag);
        }

        return parser;
    }

    private static TemplateOptions CreateOptions()
    {
        var options = new TemplateOptions
        {
            StrictFilters = true,
            MaxSteps = 1_000,
            MaxRecursion = 20,
        };
        PatternValues.Register(options);
        PatternFilters.Register(options.Filters);
        return options;
    }

    /// <summary>Looks for what no pattern may use; the first that is found counts.</summary>
    private sealed class Survey : AstVisitor
    {
        private readonly HashSet<string> _names = new(StringComparer.Ordinal)
        {
            "ContentItem",
            "Model",
            "forloop",
            "empty",
            "blank",
            "nil",
            "true",
            "false",
        };

        public string? Problem { get; private set; }

        protected override Expression VisitRangeExpression(RangeExpression rangeExpression)
        {
            Problem ??= "uses a range '(1..n)', which no pattern may";
            return base.VisitRangeExpression(rangeExpression);
        }

        protected override Expression VisitFilterExpression(FilterExpression filterExpression)
        {
            if (!Options.Filters.TryGetValue(filterExpression.Name, out _))
            {
                Problem ??= $"uses the filter '{filterExpression.Name}', which patterns do not have";
            }

            return base.VisitFilterExpression(filterExpression);
        }

        protected override Statement VisitAssignStatement(AssignStatement assignStatement)
        {
            _names.Add(assignStatement.Identifier);
            return base.VisitAssignStatement(assignStatement);
        }

        protected override Statement VisitForStatement(ForStatement forStatement)
        {
            if (forStatement.Range is not null)
            {
                Problem ??= "uses a range '(1..n)', which no pattern may";
            }

            _names.Add(forStatement.Identifier);
            return base.VisitForStatement(forStatement);
        }

        protected override Expression VisitMemberExpression(MemberExpression memberExpression)
        {
            if (memberExpression.Segments is [IdentifierSegment { Identifier: var name }, ..] && !_names.Contains(name))
            {
                Problem ??= $"asks for '{name}', which patterns do not have; expected ContentItem";
            }

            return base.VisitMemberExpression(memberExpression);
        }
    }
}

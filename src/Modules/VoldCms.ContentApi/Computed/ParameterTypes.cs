using System.Collections.Immutable;
using System.Text.Json;
using VoldCms.ContentApi.Filters;
using VoldCms.ContentApi.Requests;
using VoldCms.ContentApi.Schema;
using VoldCms.ContentManagement.Computing;
using VoldCms.ContentManagement.Results;
using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Types;

namespace VoldCms.ContentApi.Computed;

/// <summary>What computations can be told, as arguments of GraphQL and as JSON: both are read by the same scalars.</summary>
internal static class ParameterTypes
{
    /// <summary>The parameters as arguments.</summary>
    public static ImmutableArray<InputValueDefinition> Arguments(ImmutableArray<Parameter> parameters) =>
        [
            .. parameters.Select(parameter => new InputValueDefinition(
                parameter.Name,
                parameter.IsRequired ? ScalarOf(parameter.Kind).NonNull() : ScalarOf(parameter.Kind)
            )
            {
                Description = parameter.Description,
            }),
        ];

    /// <summary>What was given for the arguments.</summary>
    /// <exception cref="GraphQLException">A value does not hold.</exception>
    public static ParameterValues Read(ImmutableArray<Parameter> parameters, ArgumentValues arguments) =>
        Refusal.Translate(() =>
            new ParameterValues(
                from parameter in parameters
                let value = arguments.Get<object>(parameter.Name)
                where value is not null
                select new KeyValuePair<string, object?>(parameter.Name, Check(parameter, value))
            )
        );

    /// <summary>What was given as a JSON object; a null is as if it were not there.</summary>
    /// <returns>The values; or <see cref="Invalid"/> with every parameter that does not hold.</returns>
    public static Result<ParameterValues> Read(ImmutableArray<Parameter> parameters, JsonElement given)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        var problems = ImmutableArray.CreateBuilder<Problem>();
        foreach (var member in given.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null))
        {
            if (parameters.FirstOrDefault(known => known.Name == member.Name) is not { } parameter)
            {
                var known = parameters.IsEmpty ? "none" : string.Join(", ", parameters.Select(each => each.Name));
                problems.Add(new(member.Name, $"is no parameter of the query; expected {known}"));
            }
            else if (ScalarOf(parameter.Kind) is var scalar && (!scalar.TryParseValue(member.Value, out var value) || value is null))
            {
                var expectation = scalar.Expected is { } expected ? $"; expected {expected}" : "";
                problems.Add(new(member.Name, $"is no {scalar.Name}{expectation}"));
            }
            else if (FindFault(parameter, value) is { } fault)
            {
                problems.Add(new(member.Name, fault));
            }
            else
            {
                values.Add(member.Name, value);
            }
        }

        problems.AddRange(
            parameters
                .Where(parameter =>
                    parameter.IsRequired && !values.ContainsKey(parameter.Name) && problems.All(problem => problem.Path != parameter.Name)
                )
                .Select(parameter => new Problem(parameter.Name, "is missing"))
        );
        return problems.Count == 0 ? new ParameterValues(values) : Invalid.Of("query.invalid-parameters", problems.ToImmutable());
    }

    /// <summary>The scalar of a kind.</summary>
    public static ScalarType ScalarOf(ScalarKind kind) =>
        kind switch
        {
            ScalarKind.Text => ScalarType.String,
            ScalarKind.Id => ScalarType.Id,
            ScalarKind.WholeNumber => ScalarType.Int,
            ScalarKind.Number => ApiScalars.Decimal,
            ScalarKind.Boolean => ScalarType.Boolean,
            ScalarKind.DateTime => ApiScalars.DateTime,
            _ => throw new System.Diagnostics.UnreachableException(kind.ToString()),
        };

    private static string? FindFault(Parameter parameter, object value)
    {
        try
        {
            Check(parameter, value);
            return null;
        }
        catch (FilterFaultException fault)
        {
            return fault.Message;
        }
    }

    private static object Check(Parameter parameter, object value) =>
        value switch
        {
            string culture when parameter.Name == Parameter.Culture.Name => AskedCulture.Check(culture),
            string text => WhereReader.CheckText(text),
            _ => value,
        };
}

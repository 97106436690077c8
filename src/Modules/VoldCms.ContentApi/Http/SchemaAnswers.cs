using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using VoldCms.ContentApi.Schema;
using VoldCms.GraphQL.Execution;

namespace VoldCms.ContentApi.Http;

/// <summary>An answer of each schema that is made once and in memory as long as the schema is. Thread-safe.</summary>
/// <param name="make">Writes the body.</param>
internal sealed class SchemaAnswers(Action<ApiSchema, ResponseBuffer> make)
{
    private readonly ConditionalWeakTable<ApiSchema, Answer> _answers = [];

    /// <summary>The schema's answer. One that must be made is counted, waits for its turn, and is no larger than any other.</summary>
    /// <param name="context">The request.</param>
    /// <param name="schema">The tenant's.</param>
    /// <param name="rate">How often somebody may ask.</param>
    /// <param name="gate">How many are made at once.</param>
    /// <exception cref="BoundExceededException">
    /// Its sender has asked too often, too much is being done already, or it is too large.
    /// </exception>
    public async ValueTask<Answer> GetAsync(HttpContext context, ApiSchema schema, RequestRate rate, ExecutionGate gate)
    {
        if (_answers.TryGetValue(schema, out var known))
        {
            return known;
        }

        rate.Count(context);
        await BoundedExecution.Of(context, gate, schema.Options).BeginAsync(Costs.Scan);
        return _answers.GetValue(schema, Make);
    }

    private Answer Make(ApiSchema schema)
    {
        using var output = new ResponseBuffer(schema.Options.MaxResponseBytes);
        try
        {
            make(schema, output);
        }
        catch (ResponseTooLargeException)
        {
            var bound = schema.Options.MaxResponseBytes.ToString(CultureInfo.InvariantCulture);
            throw new BoundExceededException(
                StatusCodes.Status400BadRequest,
                "api.max-response-bytes",
                $"What describes this API would be larger than {bound} bytes; ask introspection for a part of it (__type)."
            );
        }

        return new(StatusCodes.Status200OK, output.ToArray());
    }
}

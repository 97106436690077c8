using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using VoldCms.ContentApi.Schemas;

namespace VoldCms.ContentApi.Http;

/// <summary>An answer of each schema that is made once and in memory as long as the schema is. Thread-safe.</summary>
internal sealed class SchemaAnswers
{
    private readonly ConditionalWeakTable<ApiSchema, Answer> _answers = [];

    /// <summary>The schema's answer.</summary>
    /// <param name="schema">The tenant's.</param>
    /// <param name="begin">Called when it must be made; what it throws comes out.</param>
    /// <param name="make">Makes the body.</param>
    public Answer Get(ApiSchema schema, Action begin, Func<ApiSchema, byte[]> make)
    {
        if (_answers.TryGetValue(schema, out var known))
        {
            return known;
        }

        begin();
        return _answers.GetValue(schema, made => new(StatusCodes.Status200OK, make(made)));
    }
}

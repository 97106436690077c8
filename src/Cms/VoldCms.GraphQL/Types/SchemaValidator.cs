using System.Collections.Immutable;
using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Types;

/// <summary>Type validation: what the specification asks of a schema, chapter 3. Each part of it is a method named after it.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System"/>
internal sealed partial class SchemaValidator
{
    private readonly GraphQLSchema _schema;
    private readonly ImmutableArray<GraphQLError>.Builder _errors = ImmutableArray.CreateBuilder<GraphQLError>();

    private SchemaValidator(GraphQLSchema schema) => _schema = schema;

    /// <summary>Every error, in the order of the schema; empty when it holds.</summary>
    public static ImmutableArray<GraphQLError> Validate(GraphQLSchema schema)
    {
        var validator = new SchemaValidator(schema);
        validator.ValidateRootTypes();
        validator.ValidateInputCycles();
        validator.ValidateDirectives();
        validator.ValidateTypes();
        return validator._errors.ToImmutable();
    }

    /// <seealso href="https://spec.graphql.org/September2025/#sec-Root-Operation-Types"/>
    private void ValidateRootTypes()
    {
        if (_schema.Definition.Query is null && !_schema.Syntax.NamesQueryType)
        {
            Report("The schema must have a query type.", _schema.Syntax.Schema.Where(schema => !schema.IsExtension));
        }

        var roots = new[] { OperationType.Query, OperationType.Mutation, OperationType.Subscription }
            .Select(operation => (Operation: operation, Type: _schema.FindRootType(operation)))
            .Where(root => root.Type is not null);
        foreach (var same in roots.GroupBy(root => root.Type).Where(group => group.Count() > 1))
        {
            Report(
                $"The root types must be different; \"{same.Key}\" is used for more than one.",
                _schema
                    .Syntax.Schema.SelectMany(schema => schema.OperationTypes)
                    .Where(root => same.Any(one => one.Operation == root.Operation))
                    .Select(root => root.Type)
            );
        }
    }

    /// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System.Directives.Type-Validation"/>
    private void ValidateDirectives()
    {
        foreach (var directive in _schema.Definition.Directives)
        {
            ValidateName(directive.Name, directive);
            if (directive.Locations.IsEmpty)
            {
                Report($"Directive @{directive.Name} must have a location.", Nodes(directive));
            }

            ValidateArguments($"@{directive.Name}", directive.Arguments, ofDirective: true);
        }

        foreach (var name in Duplicates(_schema.Definition.Directives.Select(directive => directive.Name)))
        {
            Report($"There can be only one directive named \"@{name}\".", []);
        }
    }

    private void ValidateTypes()
    {
        foreach (var name in Duplicates(_schema.Types.Select(type => type.Name)))
        {
            Report($"The schema must have one type named \"{name}\", not several.", []);
        }

        foreach (
            var type in _schema.Types.Where(type => !Introspection.IntrospectionTypes.Contains(type) || _schema.Syntax.Find(type).Count > 0)
        )
        {
            ValidateName(type.Name, type);
            switch (type)
            {
                case FieldsType fieldsType:
                    ValidateFields(fieldsType);
                    ValidateInterfaces(fieldsType);
                    break;
                case UnionType union:
                    ValidateUnionMembers(union);
                    break;
                case EnumType @enum:
                    ValidateEnumValues(@enum);
                    break;
                case InputObjectType input:
                    ValidateInputFields(input);
                    break;
            }
        }
    }

    /// <seealso href="https://spec.graphql.org/September2025/#sec-Objects.Type-Validation"/>
    private void ValidateFields(FieldsType type)
    {
        if (type.Fields.IsEmpty)
        {
            Report($"Type {type} must have a field.", Nodes(type));
        }

        ReportDuplicates(type.Fields, field => field.Name, name => $"Field {type}.{name} is defined twice.");
        foreach (var field in type.Fields)
        {
            ValidateName(field.Name, field);
            if (!field.Type.IsOutputType)
            {
                Report(
                    $"The type of {type}.{field.Name} must be an output type, not {field.Type}.",
                    Nodes(field).OfType<FieldDefinitionNode>().Select(node => node.Type)
                );
            }

            ValidateArguments($"{type}.{field.Name}", field.Arguments);
        }
    }

    private void ValidateArguments(string owner, ImmutableArray<InputValueDefinition> arguments, bool ofDirective = false)
    {
        ReportDuplicates(arguments, argument => argument.Name, name => $"Argument {owner}({name}:) is defined twice.");
        foreach (var argument in arguments)
        {
            ValidateInputValue($"{owner}({argument.Name}:)", argument, blameWhole: ofDirective);
        }
    }

    /// <param name="coordinate">What it is called in errors.</param>
    /// <param name="inputValue">The argument or input field.</param>
    /// <param name="blameWhole">Whether a wrong type is shown by the whole definition and not by the type alone.</param>
    private void ValidateInputValue(string coordinate, InputValueDefinition inputValue, bool blameWhole = false)
    {
        ValidateName(inputValue.Name, inputValue);
        var node = Nodes(inputValue).OfType<InputValueDefinitionNode>().FirstOrDefault();
        if (!inputValue.Type.IsInputType)
        {
            Report(
                $"The type of {coordinate} must be an input type, not {inputValue.Type}.",
                node is null ? [] : [blameWhole ? node : node.Type]
            );
        }

        if (inputValue is { Type: NonNullType, DefaultValue: null, DeprecationReason: not null })
        {
            Report($"{coordinate} is required and cannot be deprecated.", node is null ? [] : DeprecationNodes(node.Directives, node.Type));
        }

        if (inputValue.Type.IsInputType)
        {
            ValidateDefaultValue(coordinate, inputValue);
        }
    }

    /// <seealso href="https://spec.graphql.org/September2025/#sec-Unions.Type-Validation"/>
    private void ValidateUnionMembers(UnionType union)
    {
        if (union.MemberTypes.IsEmpty && !Nodes(union).OfType<UnionTypeDefinitionNode>().Any(node => node.MemberTypes.Length > 0))
        {
            Report($"Union {union} must have a member.", Nodes(union));
        }

        foreach (var name in Duplicates(union.MemberTypes.Select(member => member.Name)))
        {
            Report(
                $"Union {union} includes {name} twice.",
                Nodes(union).OfType<UnionTypeDefinitionNode>().SelectMany(node => node.MemberTypes).Where(node => node.Name.Value == name)
            );
        }
    }

    /// <seealso href="https://spec.graphql.org/September2025/#sec-Enums.Type-Validation"/>
    private void ValidateEnumValues(EnumType type)
    {
        if (type.Values.IsEmpty)
        {
            Report($"Enum {type} must have a value.", Nodes(type));
        }

        ReportDuplicates(type.Values, value => value.Name, name => $"Enum value {type}.{name} is defined twice.");
        foreach (var value in type.Values)
        {
            ValidateName(value.Name, value);
            if (value.Name is "true" or "false" or "null")
            {
                Report($"Enum {type} cannot have the value {value.Name}.", Nodes(value));
            }
        }
    }

    /// <seealso href="https://spec.graphql.org/September2025/#sec-Input-Objects.Type-Validation"/>
    private void ValidateInputFields(InputObjectType type)
    {
        if (type.Fields.IsEmpty)
        {
            Report($"Input object {type} must have a field.", Nodes(type));
        }

        ReportDuplicates(type.Fields, field => field.Name, name => $"Input field {type}.{name} is defined twice.");
        foreach (var field in type.Fields)
        {
            ValidateInputValue($"{type}.{field.Name}", field);
            if (type.IsOneOf && field.Type is NonNullType)
            {
                Report(
                    $"{type}.{field.Name} must be nullable: {type} takes one of its fields.",
                    Nodes(field).OfType<InputValueDefinitionNode>().Select(node => node.Type)
                );
            }

            if (type.IsOneOf && field.DefaultValue is not null)
            {
                Report($"{type}.{field.Name} cannot have a default: {type} takes one of its fields.", Nodes(field));
            }
        }
    }

    /// <summary>Names are <c>Name</c> and do not begin as introspection's do.</summary>
    /// <seealso href="https://spec.graphql.org/September2025/#sec-Names.Reserved-Names"/>
    private void ValidateName(string name, object part)
    {
        if (name.Length == 0 || char.IsAsciiDigit(name[0]) || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'))
        {
            Report($"\"{name}\" is no GraphQL name.", Nodes(part));
        }
        else if (name.StartsWith("__", StringComparison.Ordinal))
        {
            Report($"Name \"{name}\" must not begin with \"__\", which is reserved for introspection.", Nodes(part));
        }
    }

    private static IEnumerable<string> Duplicates(IEnumerable<string> names) =>
        names.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key);

    private void ReportDuplicates<T>(ImmutableArray<T> parts, Func<T, string> name, Func<string, string> message)
        where T : class
    {
        foreach (var same in parts.GroupBy(name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            Report(message(same.Key), same.SelectMany(Nodes));
        }
    }

    private IReadOnlyList<SyntaxNode> Nodes(object part) => _schema.Syntax.Find(part);

    private static IEnumerable<SyntaxNode> DeprecationNodes(ImmutableArray<DirectiveNode> directives, TypeNode type) =>
        directives.Where(directive => directive.Name.Value == BuiltInDirectives.Deprecated.Name).Take(1).Append<SyntaxNode>(type);

    private void Report(string message, IEnumerable<SyntaxNode> nodes)
    {
        var error = _schema.Source is { } source
            ? source.ErrorAt(message, [.. nodes.Select(node => node.Span)])
            : new GraphQLError(message);
        _errors.Add(error with { Rule = "Schema" });
    }
}

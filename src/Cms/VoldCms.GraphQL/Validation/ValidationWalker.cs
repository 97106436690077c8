using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Types;
using VoldCms.GraphQL.Validation.Rules;

namespace VoldCms.GraphQL.Validation;

/// <summary>
/// Walks a document once for all rules, in the order of the text, and keeps the context's idea of where it is and what types are
/// expected there. What an operation or fragment uses is gathered on the way. As deep as the document, which the parser bounds.
/// </summary>
internal sealed partial class ValidationWalker(ValidationContext context, RuleSet set, ValidationRule?[] rules)
{
    private DefinitionUses? _uses;

    public void Walk(DocumentNode document)
    {
        Enter(document);
        foreach (var definition in document.Definitions)
        {
            if (context.IsAborted)
            {
                return;
            }

            switch (definition)
            {
                case OperationDefinitionNode operation:
                    WalkOperation(operation);
                    break;
                case FragmentDefinitionNode fragment:
                    WalkFragment(fragment);
                    break;
                default:
                    WalkTypeSystem(definition);
                    break;
            }
        }

        Leave(document);
    }

    private void WalkOperation(OperationDefinitionNode operation)
    {
        var uses = new OperationUses(operation);
        context.Operations.Add(uses);
        _uses = uses;
        context.Type = context.FindRootType(operation.Operation);
        Enter(operation);
        foreach (var variable in operation.VariableDefinitions)
        {
            WalkVariableDefinition(variable);
        }

        WalkDirectives(operation, (DirectiveLocation)operation.Operation, operation.Directives);
        WalkSelectionSet(operation, operation.SelectionSet);
        Leave(operation);
        context.Type = null;
    }

    private void WalkFragment(FragmentDefinitionNode fragment)
    {
        var known = context.FindFragment(fragment.Name.Value);
        _uses = known is not null && known.Definition == fragment ? known : new FragmentUses(fragment);
        context.Type = OutputType(fragment.TypeCondition);
        Enter(fragment);
        Enter(fragment.TypeCondition);
        WalkDirectives(fragment, DirectiveLocation.FragmentDefinition, fragment.Directives);
        WalkSelectionSet(fragment, fragment.SelectionSet);
        Leave(fragment);
        context.Type = null;
    }

    private void WalkVariableDefinition(VariableDefinitionNode variable)
    {
        Enter(variable);
        WalkType(variable.Type);
        if (variable.DefaultValue is not null)
        {
            context.InputType = context.FindType(variable.Type) is { IsInputType: true } type ? type : null;
            WalkValue(variable.DefaultValue, placeHasDefault: false, oneOf: null);
            context.InputType = null;
        }

        WalkDirectives(variable, DirectiveLocation.VariableDefinition, variable.Directives);
    }

    private void WalkSelectionSet(SyntaxNode owner, SelectionSetNode selectionSet)
    {
        if (context.IsAborted)
        {
            return;
        }

        var (parentType, outerOwner) = (context.ParentType, context.SelectionSetOwner);
        context.ParentType = context.Type?.UnwrappedType as CompositeType;
        context.SelectionSetOwner = owner;
        Enter(selectionSet);
        foreach (var selection in selectionSet.Selections)
        {
            if (context.IsAborted)
            {
                break;
            }

            switch (selection)
            {
                case FieldNode field:
                    WalkField(field);
                    break;
                case FragmentSpreadNode spread:
                    _uses?.Spreads.Add(spread.Name.Value);
                    Enter(spread);
                    WalkDirectives(spread, DirectiveLocation.FragmentSpread, spread.Directives);
                    break;
                case InlineFragmentNode inline:
                    WalkInlineFragment(inline);
                    break;
            }
        }

        context.ParentType = parentType;
        context.SelectionSetOwner = outerOwner;
    }

    private void WalkField(FieldNode field)
    {
        var (outerType, outerField) = (context.Type, context.Field);
        var definition = context.ParentType is null ? null : context.Schema.FindField(context.ParentType, field.Name.Value);
        context.Field = definition;
        context.Type = definition?.Type;
        Enter(field);
        foreach (var argument in field.Arguments)
        {
            WalkArgument(argument, definition?.FindArgument(argument.Name.Value));
        }

        WalkDirectives(field, DirectiveLocation.Field, field.Directives);
        if (field.SelectionSet is not null)
        {
            WalkSelectionSet(field, field.SelectionSet);
        }

        Leave(field);
        context.Type = outerType;
        context.Field = outerField;
    }

    private void WalkInlineFragment(InlineFragmentNode inline)
    {
        var outerType = context.Type;
        context.Type = inline.TypeCondition is null ? outerType?.UnwrappedType : OutputType(inline.TypeCondition);
        Enter(inline);
        if (inline.TypeCondition is not null)
        {
            Enter(inline.TypeCondition);
        }

        WalkDirectives(inline, DirectiveLocation.InlineFragment, inline.Directives);
        WalkSelectionSet(inline, inline.SelectionSet);
        context.Type = outerType;
    }

    private void WalkDirectives(SyntaxNode owner, DirectiveLocation location, ImmutableArray<DirectiveNode> directives)
    {
        foreach (var directive in directives)
        {
            if (context.IsAborted)
            {
                return;
            }

            context.Directive = directive;
            context.DirectiveOwner = owner;
            context.DirectiveLocation = location;
            context.DirectivesHere = directives;
            Enter(directive);
            var definition = context.FindSchemaDirective(directive.Name.Value);
            foreach (var argument in directive.Arguments)
            {
                WalkArgument(argument, definition?.FindArgument(argument.Name.Value));
            }
        }

        context.Directive = null;
    }

    private void WalkArgument(ArgumentNode argument, InputValueDefinition? definition)
    {
        context.InputType = definition?.Type;
        Enter(argument);
        WalkValue(argument.Value, definition?.DefaultValue is not null, oneOf: null);
        context.InputType = null;
    }

    private void WalkValue(ValueNode value, bool placeHasDefault, InputObjectType? oneOf)
    {
        switch (value)
        {
            case VariableNode variable:
                context.CountNode();
                _uses?.Variables.Add(new VariableUsage(variable, context.InputType, placeHasDefault, oneOf));
                break;
            case ListValueNode list:
                WalkListValue(list);
                break;
            case ObjectValueNode fields:
                WalkObjectValue(fields);
                break;
            default:
                context.CountNode();
                break;
        }
    }

    private void WalkListValue(ListValueNode list)
    {
        context.CountNode();
        var outer = context.InputType;
        context.InputType = (outer?.NullableType as ListType)?.OfType;
        foreach (var item in list.Values)
        {
            WalkValue(item, placeHasDefault: false, oneOf: null);
        }

        context.InputType = outer;
    }

    private void WalkObjectValue(ObjectValueNode value)
    {
        var outer = context.InputType;
        var type = outer?.UnwrappedType as InputObjectType;
        Enter(value);
        foreach (var field in value.Fields)
        {
            var definition = type?.FindField(field.Name.Value);
            context.InputType = definition?.Type;
            WalkValue(field.Value, definition?.DefaultValue is not null, type is { IsOneOf: true } ? type : null);
        }

        context.InputType = outer;
    }

    private void WalkType(TypeNode type)
    {
        switch (type)
        {
            case NamedTypeNode named:
                Enter(named);
                break;
            case ListTypeNode list:
                WalkType(list.Type);
                break;
            case NonNullTypeNode nonNull:
                WalkType(nonNull.Type);
                break;
        }
    }

    private NamedType? OutputType(NamedTypeNode condition) =>
        context.FindType(condition.Name.Value) is { IsOutputType: true } type ? type : null;

    private void Enter<TNode>(TNode node)
        where TNode : SyntaxNode
    {
        context.CountNode();
        foreach (var index in set.Entering<TNode>())
        {
            if (rules[index] is { } rule)
            {
                Unsafe.As<IEnter<TNode>>(rule).Enter(node);
            }
        }
    }

    private void Leave<TNode>(TNode node)
        where TNode : SyntaxNode
    {
        foreach (var index in set.Leaving<TNode>())
        {
            if (rules[index] is { } rule)
            {
                Unsafe.As<ILeave<TNode>>(rule).Leave(node);
            }
        }
    }
}

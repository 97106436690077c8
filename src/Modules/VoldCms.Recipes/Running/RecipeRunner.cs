using Microsoft.Extensions.Logging;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Recipes;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Recipes.Expressions;
using VoldCms.Recipes.Reading;
using VoldCms.Recipes.Steps;

namespace VoldCms.Recipes.Running;

/// <summary>
/// Runs recipes in the tenant of the current scope, as the system. The whole recipe is checked before its first step; each
/// step is a transaction of its own; the first step that cannot be done leaves nothing of itself and ends the run. Scoped.
/// </summary>
public sealed class RecipeRunner
{
    private readonly StepSet _steps;
    private readonly RecipeScriptsFactory _scripts;
    private readonly IUnitOfWorkFactory _work;
    private readonly TenantConfigurations _configurations;
    private readonly TenantContext _tenant;
    private readonly CurrentPrincipal _principal;
    private readonly ILogger<RecipeRunner> _logger;

    internal RecipeRunner(
        StepSet steps,
        RecipeScriptsFactory scripts,
        IUnitOfWorkFactory work,
        TenantConfigurations configurations,
        TenantContext tenant,
        CurrentPrincipal principal,
        ILogger<RecipeRunner> logger
    )
    {
        _steps = steps;
        _scripts = scripts;
        _work = work;
        _configurations = configurations;
        _tenant = tenant;
        _principal = principal;
        _logger = logger;
    }

    /// <summary>
    /// Runs a recipe and those that it names. What a recipe's author can mend stands in the report; what is thrown is a bug or
    /// a lost database.
    /// </summary>
    public async Task<RecipeReport> RunAsync(RecipeRun run, CancellationToken cancellationToken)
    {
        var report = new RecipeReport();
        var configuration = await _configurations.GetAsync(_tenant.Id, cancellationToken);
        var checker = new RecipeChecker(run, _steps, _scripts, report);
        if (!checker.Check(configuration.Model.Definitions))
        {
            return report;
        }

        var before = _principal.Value;
        _principal.Value = Principal.System;
        try
        {
            await using var dry = run.Mode.IsDryRun ? await _work.BeginAsync(cancellationToken) : null;
            var state = new State(run, report, dry, checker.Total);
            if (await RunAsync(state, run.Recipe, cancellationToken))
            {
                await FinishAsync(state, cancellationToken);
            }
        }
        finally
        {
            _principal.Value = before;
        }

        return report;
    }

    private async Task<bool> RunAsync(State state, RecipeDocument recipe, CancellationToken cancellationToken)
    {
        var evaluator = _scripts.Create(recipe, state.Run, Log);
        foreach (var step in recipe.Steps)
        {
            var stepReport = new RecipeStepReport(recipe.Source.Label, step.Number, step.Name);
            state.Report.Add(stepReport);
            var body = new EvaluatedBody(
                step.Body,
                recipe.Source.Files,
                evaluator,
                (path, message) => stepReport.AddWarning(() => FaultLines.Of(recipe, step, new Problem(path, message)))
            );
            try
            {
                state.Run.Progress?.Invoke(new(++state.Number, state.Total, recipe.Source.Label, step.Name, body.Count("data")));
                if (!await RunStepAsync(state, step, body, stepReport, cancellationToken))
                {
                    return false;
                }
            }
            catch (RecipeFaultException fault)
            {
                stepReport.Undo();
                foreach (var line in FaultLines.Of(recipe, step, fault))
                {
                    state.Report.AddFault(line);
                }

                return false;
            }
        }

        return true;
    }

    private async Task FinishAsync(State state, CancellationToken cancellationToken)
    {
        if (state.End.IsEmpty)
        {
            return;
        }

        if (state.DryWork is { } shared)
        {
            await state.End.RunAsync(shared, cancellationToken);
            return;
        }

        await using var work = await _work.BeginAsync(cancellationToken);
        await state.End.RunAsync(work, cancellationToken);
    }

    private async Task<bool> RunStepAsync(
        State state,
        RecipeStepElement step,
        EvaluatedBody body,
        RecipeStepReport report,
        CancellationToken cancellationToken
    )
    {
        switch (_steps.Find(step.Name))
        {
            case null:
                body.Warn("name", $"nothing here knows the step '{step.Name}'; it is skipped");
                return true;
            case RecipesStep:
                foreach (var nested in RecipesStep.FindRecipes(body, state.Run.Catalog))
                {
                    if (!await RunAsync(state, nested.Recipe, cancellationToken))
                    {
                        return false;
                    }
                }

                return true;
            case var handler when state.DryWork is { } shared:
                await handler.RunAsync(new(shared, body, report, state.Run.Mode, state.End), cancellationToken);
                if (report.Count(RecipeOutcome.Refused) > 0)
                {
                    report.HoldBack();
                }

                return true;
            case var handler:
                await using (var work = await _work.BeginAsync(cancellationToken))
                {
                    await handler.RunAsync(new(work, body, report, state.Run.Mode, state.End), cancellationToken);
                    await work.CommitAsync(cancellationToken);
                }

                return true;
        }
    }

    private void Log(string level, string message) =>
        _logger.RecipeLogged(Enum.TryParse<LogLevel>(level, ignoreCase: true, out var known) ? known : LogLevel.Information, message);

    private sealed class State(RecipeRun run, RecipeReport report, IUnitOfWork? dryWork, int total)
    {
        public RecipeRun Run { get; } = run;

        public RecipeReport Report { get; } = report;

        public IUnitOfWork? DryWork { get; } = dryWork;

        public int Total { get; } = total;

        public RecipeEnd End { get; } = new();

        public int Number { get; set; }
    }
}

'use server'

import { serve } from '@/lib/commands/serve'
import * as projects from '@/lib/communities/projects/commands'
import * as money from '@/lib/communities/projects/money-commands'
import * as site from '@/lib/communities/projects/site-commands'

const toProject = { to: ({ projectId }: { projectId: string }) => `/communities/projects/${projectId}` }

export const identifyProject = serve(projects.identifyProject, toProject)
export const editProject = serve(projects.editProject, toProject)
export const assessProject = serve(projects.assessProject, toProject)
export const prioritiseProject = serve(projects.prioritiseProject, toProject)
export const designProject = serve(projects.designProject, toProject)
export const approveProject = serve(projects.approveProject, toProject)
export const tenderProject = serve(projects.tenderProject, toProject)
export const contractProject = serve(projects.contractProject, toProject)
export const startWorks = serve(projects.startWorks, toProject)
export const suspendWorks = serve(projects.suspendWorks, toProject)
export const resumeWorks = serve(projects.resumeWorks, toProject)
export const completeWorks = serve(projects.completeWorks, toProject)
export const reportDefects = serve(projects.reportDefects, toProject)
export const clearDefects = serve(projects.clearDefects, toProject)
export const handOverProject = serve(projects.handOverProject, toProject)
export const beginLiability = serve(projects.beginLiability, toProject)
export const closeProject = serve(projects.closeProject, toProject)
export const cancelProject = serve(projects.cancelProject, toProject)
export const setBill = serve(money.setBill, toProject)
export const setInstalments = serve(money.setInstalments, toProject)
export const payInstalment = serve(money.payInstalment, toProject)
export const recordInspection = serve(site.recordInspection, toProject)
export const addDefect = serve(site.addDefect, toProject)
export const fixDefect = serve(site.fixDefect, toProject)
export const setServed = serve(site.setServed, toProject)
export const linkProject = serve(site.linkProject, toProject)
export const unlinkProject = serve(site.unlinkProject, toProject)
